import type { CompareOperator, DurationUnit, TextOperator } from '../Rule.ts';

/**
 * A rule as nested conditions, the other face of its text: readConditions makes it of a text, writeConditions writes it back. Every
 * rule has one. It knows fields by name only; whether they exist and what type they have is checkRule's business.
 */
export type ConditionNode = ConditionGroup | Condition;

export type GroupMatch = 'all' | 'any' | 'none';

/** `all` is `and`, `any` is `or`, `none` is `not (… or …)`. */
export interface ConditionGroup {
	readonly kind: 'group';
	readonly match: GroupMatch;
	/** While a rule is being built there may be none. */
	readonly parts: readonly ConditionNode[];
	/** What is written before, between and behind the parts (one more than parts); null where the group was changed since. */
	readonly gaps: readonly string[] | null;
}

/** Null stands for a value that is still to be chosen, as no items do: such a condition is no part of the rule yet. */
export type Condition = (
	| {
			readonly kind: 'compare';
			readonly field: string;
			readonly operator: CompareOperator;
			readonly value: ConditionValue | null;
	  }
	| {
			readonly kind: 'range';
			readonly field: string;
			readonly isNegated: boolean;
			readonly low: ConditionValue | null;
			readonly high: ConditionValue | null;
	  }
	| {
			readonly kind: 'list';
			readonly field: string;
			readonly isNegated: boolean;
			readonly items: readonly ConditionValue[];
	  }
	| {
			readonly kind: 'text-match';
			readonly field: string;
			readonly operator: TextOperator;
			readonly isNegated: boolean;
			readonly pattern: string | null;
	  }
	| { readonly kind: 'missing'; readonly field: string; readonly isNegated: boolean }
	/** A field of true and false by itself. */
	| { readonly kind: 'flag'; readonly field: string }
	/** Anything else that can be true of a customer (arithmetic, functions, two fields …), in its own words. */
	| { readonly kind: 'expression'; readonly text: string }
) & {
	/** As it was written; null where it was changed or made since. */
	readonly written: string | null;
};

export type ConditionValue =
	| { readonly kind: 'number'; readonly digits: string }
	| { readonly kind: 'text'; readonly value: string }
	| { readonly kind: 'date'; readonly value: string }
	| { readonly kind: 'boolean'; readonly value: boolean }
	/** The date as of which the figures are, or some time before (`-`) or after it. */
	| { readonly kind: 'asof'; readonly shift: AsOfShift | null };

export interface AsOfShift {
	readonly operator: '+' | '-';
	readonly digits: string;
	readonly unit: DurationUnit;
}

export const noConditions: ConditionGroup = { kind: 'group', match: 'all', parts: [], gaps: null };
