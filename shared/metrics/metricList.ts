import type { MetricFacts } from './MetricFacts.ts';
import { averageOrderValue } from './catalogue/averageOrderValue.ts';
import { clickRate } from './catalogue/clickRate.ts';
import { contributionMarginPerCustomer } from './catalogue/contributionMarginPerCustomer.ts';
import { contributionToSales } from './catalogue/contributionToSales.ts';
import { conversionLift } from './catalogue/conversionLift.ts';
import { conversionRate } from './catalogue/conversionRate.ts';
import { dataCompleteness } from './catalogue/dataCompleteness.ts';
import { incrementalRevenuePerRecipient } from './catalogue/incrementalRevenuePerRecipient.ts';
import { openRate } from './catalogue/openRate.ts';
import { penetration } from './catalogue/penetration.ts';
import { purchaseFrequency } from './catalogue/purchaseFrequency.ts';
import { reachableShare } from './catalogue/reachableShare.ts';
import { repeatPurchaseRate } from './catalogue/repeatPurchaseRate.ts';
import { revenue } from './catalogue/revenue.ts';
import { revenuePerMember } from './catalogue/revenuePerMember.ts';
import { segmentSize } from './catalogue/segmentSize.ts';
import { taggingAccuracy } from './catalogue/taggingAccuracy.ts';
import { catalogueOf } from './catalogueOf.ts';

/** Every metric that is computed now, in the order of its id. One file and one line each. */
export const metricList: readonly MetricFacts[] = catalogueOf([
	segmentSize,
	penetration,
	reachableShare,
	revenue,
	contributionToSales,
	revenuePerMember,
	averageOrderValue,
	purchaseFrequency,
	contributionMarginPerCustomer,
	conversionRate,
	conversionLift,
	incrementalRevenuePerRecipient,
	openRate,
	clickRate,
	repeatPurchaseRate,
	dataCompleteness,
	taggingAccuracy,
]);
