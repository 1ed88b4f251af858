import type { FunctionName } from './functions.ts';
import type { ArithmeticOperator, CompareOperator, TextOperator } from './Rule.ts';

export type ValueType = 'number' | 'text' | 'boolean' | 'date' | 'timestamp';

/**
 * A checked rule: every name is resolved, every operand has a type, texts that mean dates have become dates, and negated forms
 * (`not in`, `is not null` …) have become `not`. Both sides of a comparison have the same type. It holds no positions, so that
 * equal conditions are equal values; what it means is three-valued logic as in SQL:
 * a comparison, `in`, `between` or text match with an operand that has no value is unknown; so is arithmetic on one.
 */
export type TypedRule = Condition | Value;

export type Condition =
	| { readonly kind: 'and' | 'or'; readonly type: 'boolean'; readonly operands: readonly TypedRule[] }
	| { readonly kind: 'not'; readonly type: 'boolean'; readonly operand: TypedRule }
	| {
			readonly kind: 'comparison';
			readonly type: 'boolean';
			readonly operator: CompareOperator;
			readonly left: TypedRule;
			readonly right: TypedRule;
	  }
	| {
			readonly kind: 'between';
			readonly type: 'boolean';
			readonly operand: TypedRule;
			readonly low: TypedRule;
			readonly high: TypedRule;
	  }
	| {
			readonly kind: 'in';
			readonly type: 'boolean';
			readonly operand: TypedRule;
			readonly items: readonly TypedRule[];
	  }
	| { readonly kind: 'is-null'; readonly type: 'boolean'; readonly operand: TypedRule }
	| {
			readonly kind: 'text-match';
			readonly type: 'boolean';
			readonly operator: TextOperator;
			readonly operand: TypedRule;
			/** For `matches` always a constant whose pattern is valid. */
			readonly pattern: TypedRule;
	  };

export type Value =
	/** Exact on decimals as long as the result has at most 15 digits; division by zero has no value. */
	| {
			readonly kind: 'arithmetic';
			readonly type: 'number';
			readonly operator: ArithmeticOperator;
			readonly left: TypedRule;
			readonly right: TypedRule;
	  }
	| { readonly kind: 'negation'; readonly type: 'number'; readonly operand: TypedRule }
	/** Whole days from `right` to `left`. */
	| { readonly kind: 'days-between'; readonly type: 'number'; readonly left: TypedRule; readonly right: TypedRule }
	/** A date or moment moved by months (the last day of the month where the day does not exist), then by days. */
	| {
			readonly kind: 'shift';
			readonly type: 'date' | 'timestamp';
			readonly operand: TypedRule;
			readonly months: number;
			readonly days: number;
	  }
	/** The date (UTC) of a moment. */
	| { readonly kind: 'date-of'; readonly type: 'date'; readonly operand: TypedRule }
	| {
			readonly kind: 'call';
			readonly type: ValueType;
			readonly name: FunctionName;
			readonly arguments: readonly TypedRule[];
	  }
	| { readonly kind: 'field'; readonly type: ValueType; readonly name: string }
	| { readonly kind: 'asof'; readonly type: 'date' }
	| Constant;

export type Constant =
	| { readonly kind: 'constant'; readonly type: 'number'; readonly digits: string }
	| { readonly kind: 'constant'; readonly type: 'text'; readonly value: string }
	| { readonly kind: 'constant'; readonly type: 'boolean'; readonly value: boolean }
	/** Days since 1970-01-01. */
	| { readonly kind: 'constant'; readonly type: 'date'; readonly day: number }
	/** Milliseconds since 1970-01-01T00:00Z. */
	| { readonly kind: 'constant'; readonly type: 'timestamp'; readonly ms: number };
