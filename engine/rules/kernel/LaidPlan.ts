import type { ConditionPlan } from '../ConditionPlan.ts';
import { plainOutcome } from '../ConditionPlan.ts';
import type { Outcome } from '../Outcome.ts';
import type { LaidColumns, LaidValues } from './LaidColumns.ts';

/** A ConditionPlan whose columns lie in the memory of the kernel. Addresses are of the first row; `nulls` is 0 where there are none. */
export type LaidPlan =
	| { readonly kind: 'and' | 'or'; readonly operands: readonly LaidPlan[] }
	| { readonly kind: 'not'; readonly operand: LaidPlan }
	| {
			readonly kind: 'range';
			readonly values: LaidValues;
			readonly nulls: number;
			readonly low: number;
			readonly high: number;
	  }
	| { readonly kind: 'table'; readonly codes: number; readonly nulls: number; readonly table: Uint8Array }
	| { readonly kind: 'known'; readonly outcome: Outcome };

/** Conditions within conditions that the kernel has room for. */
export const MOST_LEVELS = 16;

const LIMITS = { bytes: [0, 0xff], shorts: [0, 0xffff], wholes: [-(2 ** 31), 2 ** 31 - 1] } as const;

/** What does not fit into the memory, or is nested too deep, is evaluated beforehand. */
export function layPlan(plan: ConditionPlan, columns: LaidColumns, length: number, level = 1): LaidPlan {
	const evaluated = (): LaidPlan => ({ kind: 'known', outcome: plainOutcome(plan, length) });
	switch (plan.kind) {
		case 'and':
		case 'or':
			return level === MOST_LEVELS
				? evaluated()
				: { ...plan, operands: plan.operands.map((operand) => layPlan(operand, columns, length, level + 1)) };
		case 'not':
			return { kind: 'not', operand: layPlan(plan.operand, columns, length, level) };
		case 'range': {
			const values = columns.values(plan.values);
			const nulls = plan.nulls ? columns.bits(plan.nulls) : 0;
			return values && nulls !== null
				? { kind: 'range', values, nulls, ...boundsIn(values.form, plan.low, plan.high) }
				: evaluated();
		}
		case 'table': {
			const codes = columns.values(plan.codes);
			const nulls = plan.nulls ? columns.bits(plan.nulls) : 0;
			return codes && nulls !== null ? { kind: 'table', codes: codes.at, nulls, table: plan.table } : evaluated();
		}
		case 'known':
			return plan;
	}
}

/** The same range among the numbers that the form can hold; 1 .. 0 where it holds none of them. */
function boundsIn(
	form: LaidValues['form'],
	low: number,
	high: number,
): { readonly low: number; readonly high: number } {
	if (form === 'reals') {
		return { low, high };
	}
	const [least, most] = LIMITS[form];
	const [from, to] = [Math.ceil(Math.max(low, least)), Math.floor(Math.min(high, most))];
	return from <= to ? { low: from, high: to } : { low: 1, high: 0 };
}
