import { googleAnalyticsEvents } from './googleAnalyticsEvents.ts';
import { googleAnalyticsTraffic } from './googleAnalyticsTraffic.ts';
import { hubspotContacts } from './hubspotContacts.ts';
import { hubspotDeals } from './hubspotDeals.ts';
import type { KnownShape } from './KnownShape.ts';
import { klaviyoCampaigns } from './klaviyoCampaigns.ts';
import { klaviyoEvents } from './klaviyoEvents.ts';
import { klaviyoProfiles } from './klaviyoProfiles.ts';
import { mailchimpActivity } from './mailchimpActivity.ts';
import { mailchimpMembers } from './mailchimpMembers.ts';
import { mailchimpRecipients } from './mailchimpRecipients.ts';
import { salesforceAccounts } from './salesforceAccounts.ts';
import { salesforceContacts } from './salesforceContacts.ts';
import { salesforceOpportunities } from './salesforceOpportunities.ts';
import { shopifyCustomers } from './shopifyCustomers.ts';
import { shopifyOrders } from './shopifyOrders.ts';
import { stripeCharges } from './stripeCharges.ts';
import { stripePayments } from './stripePayments.ts';
import { universalAnalytics } from './universalAnalytics.ts';

/** Exports that are recognised by their headers. */
export const knownShapes: readonly KnownShape[] = [
	shopifyOrders,
	shopifyCustomers,
	stripePayments,
	stripeCharges,
	hubspotContacts,
	hubspotDeals,
	salesforceAccounts,
	salesforceContacts,
	salesforceOpportunities,
	klaviyoProfiles,
	klaviyoEvents,
	klaviyoCampaigns,
	mailchimpMembers,
	mailchimpActivity,
	mailchimpRecipients,
	googleAnalyticsTraffic,
	googleAnalyticsEvents,
	universalAnalytics,
];
