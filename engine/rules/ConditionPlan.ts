import type { Bitmap } from '../columns/Column.ts';
import { conjunction, disjunction, negatedOutcome, outcomeOf } from './Outcome.ts';
import type { Outcome } from './Outcome.ts';
import { rowsInTable } from './predicate/rowsInTable.ts';
import { rowsInRange } from './predicate/rowsInRange.ts';

/** How a checked rule is evaluated on every row of a frame. */
export type ConditionPlan =
	| { readonly kind: 'and' | 'or'; readonly operands: readonly ConditionPlan[] }
	| { readonly kind: 'not'; readonly operand: ConditionPlan }
	| RangePlan
	| TablePlan
	/** Evaluated beforehand. */
	| { readonly kind: 'known'; readonly outcome: Outcome };

/** Whether the stored value lies in low .. high, both included; unknown where there is no value. */
export interface RangePlan {
	readonly kind: 'range';
	readonly values: Int32Array | Float64Array;
	readonly nulls: Bitmap | null;
	readonly low: number;
	readonly high: number;
}

/** Whether the code has a 1 in the table of at most 256 codes; unknown where there is no value. */
export interface TablePlan {
	readonly kind: 'table';
	readonly codes: Uint8Array;
	readonly nulls: Bitmap | null;
	readonly table: Uint8Array;
}

/** The reference for the compiled kernel, and its stand-in for few rows. */
export function plainOutcome(plan: ConditionPlan, length: number): Outcome {
	switch (plan.kind) {
		case 'and':
			return conjunction(outcomesOf(plan.operands, length));
		case 'or':
			return disjunction(outcomesOf(plan.operands, length));
		case 'not':
			return negatedOutcome(plainOutcome(plan.operand, length));
		case 'range':
			return outcomeOf(rowsInRange(plan.values, length, plan.low, plan.high), plan.nulls, length);
		case 'table':
			return outcomeOf(rowsInTable(plan.codes, length, 0, plan.table), plan.nulls, length);
		case 'known':
			return plan.outcome;
	}
}

function* outcomesOf(plans: readonly ConditionPlan[], length: number): Generator<Outcome> {
	for (const plan of plans) {
		yield plainOutcome(plan, length);
	}
}
