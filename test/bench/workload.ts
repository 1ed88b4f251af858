/**
 * The recalculation that every tool does: eight first-match rules with 24 predicates over the customer frame, then twenty
 * metrics with second moments per segment. The same rules stand here as text of the rule language, which is also SQL.
 */
/**
 * Of the fourth rule: each moves some ten thousand customers. None twice in a run, since a condition that was evaluated before is not
 * evaluated again.
 */
export const THRESHOLDS: readonly number[] = [400, 350, 450, 375, 425, 360, 440, 390];
export const DRAGGED_THRESHOLDS: readonly number[] = [400, 401, 402, 403, 404, 405, 406, 407];

/** All tools must count the same people per segment with it. */
export const CHECKED_THRESHOLD = 410;

export function rules(threshold: number): readonly string[] {
	return [
		`revenue >= 1000 and order_count >= 20 and recency_days <= 90`,
		`plan in ('pro', 'enterprise') and recency_days <= 120 and age >= 30`,
		`order_count >= 10 and country in ('DE', 'AT', 'CH') and consent = 1`,
		`margin >= ${threshold} and recency_days <= 365 and acquisition_channel != 'tv'`,
		`order_count = 1 and recency_days <= 180 and average_order_value >= 50`,
		`recency_days > 365 and revenue >= 500 and plan != 'free'`,
		`age < 30 and acquisition_channel in ('paid_social', 'referral') and order_count >= 2`,
		`recency_days > 500 and consent = 0 and revenue < 200`,
	];
}

/** Columns of the frame from which metrics are made; a metric is a pair numerator, denominator. */
export const METRIC_PAIRS: readonly (readonly [string, string])[] = [
	'revenue',
	'margin',
	'order_count',
	'consent',
	'converted',
].flatMap((numerator) =>
	['people', 'order_count', 'revenue', 'age'].map((denominator): readonly [string, string] => [numerator, denominator]),
);
