import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { previewImport } from '../../../../engine/import/previewImport.ts';
import { knownShapes } from '../../../../engine/import/shapes/knownShapes.ts';
import { roleFacts } from '../../../../shared/model/tableRole.ts';

const folder = join(import.meta.dirname, '../../../fixtures/shapes');

/** What the exports say by their makers' own documentation: the columns that carry each part. */
const expected: Record<string, [role: string, fields: Record<string, string>]> = {
	'shopify-orders': [
		'orders',
		{ customer_id: 'Email', order_id: 'Name', date: 'Created at', revenue: 'Total', quantity: 'Lineitem quantity' },
	],
	'shopify-customers': ['customers', { customer_id: 'Email', consent: 'Accepts Email Marketing' }],
	'stripe-payments': ['orders', { customer_id: 'Customer ID', order_id: 'id', revenue: 'Converted Amount' }],
	'stripe-charges': ['orders', { customer_id: 'customer', order_id: 'id', revenue: 'amount', date: 'created' }],
	'hubspot-contacts': ['customers', { customer_id: 'Record ID', signup_date: 'Create Date', tag: 'Lifecycle Stage' }],
	'hubspot-deals': ['funnel', { customer_id: 'Associated Contact IDs', stage: 'Deal Stage', value: 'Amount' }],
	'salesforce-accounts': ['customers', { customer_id: 'Id', signup_date: 'CreatedDate' }],
	'salesforce-contacts': ['customers', { customer_id: 'Id', email: 'Email' }],
	'salesforce-opportunities': ['funnel', { customer_id: 'AccountId', deal_id: 'Id', stage: 'StageName' }],
	'klaviyo-profiles': ['customers', { customer_id: 'Email', signup_date: 'Profile Created On' }],
	'klaviyo-events': ['recipients', { customer_id: 'Email', event: 'Event', date: 'Timestamp', message: 'Message ID' }],
	'klaviyo-campaigns': ['activity', { date: 'Send Time', page: 'Campaign Name' }],
	'mailchimp-members': ['customers', { customer_id: 'Email Address', signup_date: 'OPTIN_TIME' }],
	'mailchimp-activity': ['recipients', { customer_id: 'email_address', event: 'action', date: 'timestamp' }],
	'mailchimp-recipients': ['recipients', { customer_id: 'Email Address', opened: 'Opens', clicked: 'Clicks' }],
	'google-analytics-traffic': ['activity', { date: 'Date', visits: 'Sessions' }],
	'google-analytics-events': ['activity', { customer_id: 'user_id', kind: 'event_name', date: 'event_date' }],
	'universal-analytics': ['activity', { visits: 'Sessions', bounces: 'Bounce Rate' }],
};

test('every known export has a fixture with its headers, and every fixture an export', () => {
	const fixtures = readdirSync(folder).map((file) => basename(file, '.csv'));
	expect(fixtures.toSorted()).toEqual(knownShapes.map(({ id }) => id).toSorted());
	expect(Object.keys(expected).toSorted()).toEqual(fixtures.toSorted());
});

test.each(Object.entries(expected))('%s is recognised by its headers and mapped', (id, [role, fields]) => {
	const { plan, guess } = previewImport(join(folder, `${id}.csv`), {});
	expect([guess.shape?.id, guess.roles[0]?.role, plan.mapping.role]).toEqual([id, role, role]);
	expect(plan.mapping.fields).toMatchObject(fields);
	expect(guess.shape?.notes.length).toBeGreaterThan(0);
	expect(guess.fields.map(({ field }) => field).toSorted()).toEqual(Object.keys(plan.mapping.fields).toSorted());
});

test('the shapes name fields that their roles have', () => {
	for (const shape of knownShapes) {
		const known = roleFacts(shape.role).fields.map(({ id }) => id);
		expect(known).toEqual(expect.arrayContaining([...Object.keys(shape.fields), ...(shape.perOrder ?? [])]));
	}
});

test('a known export that somebody cut down to other columns is guessed as any file', () => {
	const headers = ['Name', 'Email', 'Total'];
	expect(knownShapes.some(({ signature }) => signature.every((header) => headers.includes(header)))).toBe(false);
});
