/**
 * A rule as written: the tree of its text. `from` and `to` are offsets into that text (UTF-16 code units, `to` exclusive).
 * parseRule makes it, printRule writes it back, checkRule gives it types.
 */
export interface Span {
	readonly from: number;
	readonly to: number;
}

export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type TextOperator = 'contains' | 'starts with' | 'ends with' | 'matches';
export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type DurationUnit = 'days' | 'weeks' | 'months' | 'years';

export const compareOperators: readonly CompareOperator[] = ['=', '!=', '<', '<=', '>', '>='];
export const textOperators: readonly TextOperator[] = ['contains', 'starts with', 'ends with', 'matches'];

export interface Connective extends Span {
	readonly kind: 'and' | 'or';
	/** Two or more. */
	readonly operands: readonly Rule[];
}
export interface Not extends Span {
	readonly kind: 'not';
	readonly operand: Rule;
}
export interface Comparison extends Span {
	readonly kind: 'comparison';
	readonly operator: CompareOperator;
	readonly left: Rule;
	readonly right: Rule;
}
export interface Between extends Span {
	readonly kind: 'between';
	readonly isNegated: boolean;
	readonly operand: Rule;
	readonly low: Rule;
	readonly high: Rule;
}
export interface InList extends Span {
	readonly kind: 'in';
	readonly isNegated: boolean;
	readonly operand: Rule;
	readonly items: readonly Rule[];
}
export interface IsNull extends Span {
	readonly kind: 'is-null';
	readonly isNegated: boolean;
	readonly operand: Rule;
}
export interface TextMatch extends Span {
	readonly kind: 'text-match';
	readonly operator: TextOperator;
	readonly isNegated: boolean;
	readonly operand: Rule;
	readonly pattern: Rule;
}
export interface Arithmetic extends Span {
	readonly kind: 'arithmetic';
	readonly operator: ArithmeticOperator;
	readonly left: Rule;
	readonly right: Rule;
}
export interface Negation extends Span {
	readonly kind: 'negation';
	readonly operand: Rule;
}
export interface Call extends Span {
	readonly kind: 'call';
	/** In lower case: function names ignore case. */
	readonly name: string;
	readonly arguments: readonly Rule[];
}
export interface FieldReference extends Span {
	readonly kind: 'field';
	readonly name: string;
}
export interface NumberLiteral extends Span {
	readonly kind: 'number';
	/** Decimal digits without superfluous zeros, so that no precision is lost: `-12.5`, never `-12.50`, `012` or `-0`. */
	readonly digits: string;
}
/** Only as the right side of + or - after a date. */
export interface DurationLiteral extends Span {
	readonly kind: 'duration';
	readonly digits: string;
	readonly unit: DurationUnit;
}
export interface TextLiteral extends Span {
	readonly kind: 'text';
	readonly value: string;
}
export interface DateLiteral extends Span {
	readonly kind: 'date';
	/** As written between the quotes; checkRule decides whether it is a date. */
	readonly value: string;
}
export interface BooleanLiteral extends Span {
	readonly kind: 'boolean';
	readonly value: boolean;
}
export interface NullLiteral extends Span {
	readonly kind: 'null';
}
/** The date as of which the customer frame was computed. */
export interface AsOf extends Span {
	readonly kind: 'asof';
}

export type Rule =
	| Connective
	| Not
	| Comparison
	| Between
	| InList
	| IsNull
	| TextMatch
	| Arithmetic
	| Negation
	| Call
	| FieldReference
	| NumberLiteral
	| DurationLiteral
	| TextLiteral
	| DateLiteral
	| BooleanLiteral
	| NullLiteral
	| AsOf;
