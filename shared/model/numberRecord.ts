import { z } from 'zod';
import { baselineKind } from './settings.ts';

const finite = z.number();
export const bounds = z.strictObject({ low: finite.nullable(), high: finite.nullable(), level: finite });
export type Bounds = z.infer<typeof bounds>;

/** An estimate with its corrected interval: low and high are null where the method cannot give one. */
export const comparison = z.strictObject({
	value: finite,
	low: finite.nullable(),
	high: finite.nullable(),
	level: finite,
});
export type Comparison = z.infer<typeof comparison>;

export const armRecord = z.strictObject({
	value: finite.nullable(),
	numerator: finite,
	denominator: finite,
	n: z.int(),
	interval: bounds.nullable(),
});
export type ArmRecord = z.infer<typeof armRecord>;

export const numberUnit = z.enum(['people', 'share', 'money', 'orders', 'relative']);
export type NumberUnit = z.infer<typeof numberUnit>;

export const numberWarning = z.strictObject({ code: z.string(), message: z.string() });
export type NumberWarning = z.infer<typeof numberWarning>;

/**
 * One figure with everything needed to judge it. Screens, reports and exports all read this record (STATISTICS D8).
 * Shares are 0 to 1, money is in major units, `relative` is a ratio minus one (0.15 = 15 % higher).
 */
export const numberRecord = z.strictObject({
	metric: z.string(),
	name: z.string(),
	/** Segment id, the remainder's id, or null for the whole base. */
	segment: z.string().nullable(),
	value: finite.nullable(),
	unit: numberUnit,
	numerator: finite.nullable(),
	denominator: finite.nullable(),
	/** Independent units behind the figure: customers, or recipients for campaign metrics. */
	n: z.int(),
	interval: bounds.nullable(),
	baseline: z.strictObject({ kind: baselineKind, value: finite.nullable(), n: z.int() }).nullable(),
	difference: comparison.nullable(),
	lift: comparison.nullable(),
	p: finite.nullable(),
	pAdjusted: finite.nullable(),
	/** Whether the adjusted p is below 1 - level; null where there is no test. */
	isSignificant: z.boolean().nullable(),
	/** Smallest absolute difference that this data would find with 80 % power, in the metric's unit. */
	mde: finite.nullable(),
	/** Both arms of metrics that compare treatment with control, and of every metric under the control baseline. */
	arms: z.strictObject({ treatment: armRecord, control: armRecord }).nullable(),
	sufficiency: z.enum(['enough', 'thin', 'too-few']),
	/** Names of estimator, interval and test, in the field's terms. */
	method: z.string(),
	warnings: z.array(numberWarning),
	/** Why value is null: which table or column would enable it, or why it cannot be computed. */
	reason: z.string().nullable(),
});
export type NumberRecord = z.infer<typeof numberRecord>;
