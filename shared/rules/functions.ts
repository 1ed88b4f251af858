import type { ValueType } from './TypedRule.ts';

export type FunctionName = 'lower' | 'upper' | 'year' | 'month' | 'coalesce' | 'abs';

export interface RuleFunction {
	readonly name: FunctionName;
	readonly signature: string;
	readonly description: string;
	/** A whole rule that uses it, for completion and the manual. */
	readonly example: string;
	/** `any`: all arguments must be of one type, whichever. */
	readonly parameter: ValueType | 'any';
	readonly least: number;
	readonly most: number;
	/** `same`: the type of the arguments. */
	readonly result: ValueType | 'same';
}

/** Every function of the language. All but coalesce give no value when their argument has none. */
export const ruleFunctions: readonly RuleFunction[] = [
	{
		name: 'lower',
		signature: 'lower(text)',
		description: 'The text in lower case, to compare without regard to case.',
		example: "lower(country) = 'de'",
		parameter: 'text',
		least: 1,
		most: 1,
		result: 'text',
	},
	{
		name: 'upper',
		signature: 'upper(text)',
		description: 'The text in upper case.',
		example: "upper(country) = 'DE'",
		parameter: 'text',
		least: 1,
		most: 1,
		result: 'text',
	},
	{
		name: 'year',
		signature: 'year(date)',
		description: 'The year of a date, as a number.',
		example: 'year(first_order_date) = 2024',
		parameter: 'date',
		least: 1,
		most: 1,
		result: 'number',
	},
	{
		name: 'month',
		signature: 'month(date)',
		description: 'The month of a date, 1 to 12.',
		example: 'month(first_order_date) in (11, 12)',
		parameter: 'date',
		least: 1,
		most: 1,
		result: 'number',
	},
	{
		name: 'coalesce',
		signature: 'coalesce(value, value, …)',
		description: 'The first of its arguments that has a value: what to assume where one is missing.',
		example: 'coalesce(recency_days, 9999) > 365',
		parameter: 'any',
		least: 2,
		most: 100,
		result: 'same',
	},
	{
		name: 'abs',
		signature: 'abs(number)',
		description: 'The number without its sign.',
		example: 'abs(margin) < 10',
		parameter: 'number',
		least: 1,
		most: 1,
		result: 'number',
	},
];

export function ruleFunction(name: string): RuleFunction | undefined {
	return ruleFunctions.find((entry) => entry.name === name);
}
