import fc from 'fast-check';
import type { Rule } from '#shared/rules/Rule.ts';
import { compareOperators, textOperators } from '#shared/rules/Rule.ts';
import { sampleFields, words } from './sampleFrame.ts';
import type { SampleField } from './sampleFrame.ts';

const span = { from: 0, to: 0 };

function field(...kinds: readonly SampleField['kind'][]): fc.Arbitrary<Rule> {
	const names = sampleFields.filter((entry) => kinds.includes(entry.kind)).map((entry) => entry.name);
	return fc.constantFrom(...names).map((name): Rule => ({ kind: 'field', name, ...span }));
}

const number = fc
	.constantFrom('0', '1', '2', '-1', '2.5', '-0.5', '1.25', '1.005', '3', '100', '-99.99', '12345678.9', '0.001')
	.map((digits): Rule => ({ kind: 'number', digits, ...span }));
const text = fc.constantFrom(...words, 'zz').map((value): Rule => ({ kind: 'text', value, ...span }));
const day = fc.constantFrom('2024-02-29', '2024-02-28', '2024-01-31', '2023-02-28', '2022-12-01', '2024-03-01');
const dayText = day.map((value): Rule => ({ kind: 'text', value, ...span }));
const dayLiteral = fc.oneof(
	day.map((value): Rule => ({ kind: 'date', value, ...span })),
	fc.constant<Rule>({ kind: 'asof', ...span }),
);
const momentText = fc
	.constantFrom('2024-02-28 06:00', '2024-02-28T00:00:00', '2024-01-30 12:00:00.000')
	.map((value): Rule => ({ kind: 'text', value, ...span }));
/** Small, so that DuckDB's decimals do not overflow. */
const factor = fc.constantFrom('visits', 'score').map((name): Rule => ({ kind: 'field', name, ...span }));
const duration = fc
	.tuple(fc.constantFrom('0', '1', '13', '90'), fc.constantFrom('days', 'weeks', 'months', 'years'))
	.map(([digits, unit]): Rule => ({ kind: 'duration', digits, unit, ...span }));
/** Understood alike by this language, JavaScript and RE2. */
export const patterns = [
	'a',
	'^a',
	'b$',
	'^$',
	'(a|b)+$',
	'[A-Za-z]b',
	'^[^a]',
	'a{2,3}',
	'.',
	'^.$',
	'\\W',
	'(?:ab)?a',
];
const pattern = fc.constantFrom(...patterns).map((value): Rule => ({ kind: 'text', value, ...span }));

interface Tied {
	number: Rule;
	text: Rule;
	date: Rule;
	moment: Rule;
	condition: Rule;
}

function call(name: string, ...parameters: fc.Arbitrary<Rule>[]): fc.Arbitrary<Rule> {
	return fc.tuple(...parameters).map((values): Rule => ({ kind: 'call', name, arguments: values, ...span }));
}

/** Conditions and values over the sample fields whose types fit, with every operator and function. */
export const arbitraryExpression: fc.LetrecValue<Tied> = fc.letrec<Tied>(
	(tie: fc.LetrecTypedTie<Tied>): fc.LetrecValue<Tied> => {
		const compared = (left: fc.Arbitrary<Rule>, right: fc.Arbitrary<Rule>): fc.Arbitrary<Rule> =>
			fc.oneof(
				fc
					.tuple(fc.constantFrom(...compareOperators), left, right, fc.boolean())
					.map(([operator, a, b, isSwapped]): Rule =>
						isSwapped && a.kind !== 'text'
							? { kind: 'comparison', operator, left: b, right: a, ...span }
							: { kind: 'comparison', operator, left: a, right: b, ...span },
					),
				fc.tuple(fc.boolean(), left, right, right).map(([isNegated, operand, low, high]): Rule => ({
					kind: 'between',
					isNegated,
					operand,
					low,
					high,
					...span,
				})),
				fc
					.tuple(fc.boolean(), left, fc.array(right, { minLength: 1, maxLength: 10 }))
					.map(([isNegated, operand, items]): Rule => ({ kind: 'in', isNegated, operand, items, ...span })),
			);
		const numberField = field('exact', 'double');
		const arithmetic = (operator: '+' | '-' | '*' | '/'): fc.Arbitrary<Rule> =>
			fc
				.tuple(tie('number'), operator === '*' ? fc.oneof(number, factor) : tie('number'))
				.map(([left, right]): Rule => ({ kind: 'arithmetic', operator, left, right, ...span }));
		const shifted = (operand: fc.Arbitrary<Rule>): fc.Arbitrary<Rule> =>
			fc
				.tuple(operand, fc.constantFrom('+', '-'), duration)
				.map(([left, operator, right]): Rule => ({ kind: 'arithmetic', operator, left, right, ...span }));
		return {
			number: fc.oneof(
				{ maxDepth: 2 },
				numberField,
				number,
				arithmetic('+'),
				arithmetic('-'),
				arithmetic('*'),
				arithmetic('/'),
				tie('number').map((operand): Rule => ({ kind: 'negation', operand, ...span })),
				call('abs', tie('number')),
				call('coalesce', tie('number'), tie('number')),
				call('year', fc.oneof(tie('date'), tie('moment'))),
				call('month', fc.oneof(tie('date'), tie('moment'))),
				fc
					.tuple(tie('date'), fc.oneof(tie('date'), tie('moment')))
					.map(([left, right]): Rule => ({ kind: 'arithmetic', operator: '-', left, right, ...span })),
			),
			text: fc.oneof(
				{ maxDepth: 2 },
				field('category', 'text'),
				call('lower', tie('text')),
				call('upper', tie('text')),
				call('coalesce', tie('text'), fc.oneof(text, tie('text'))),
			),
			date: fc.oneof(
				{ maxDepth: 2 },
				field('date'),
				dayLiteral,
				shifted(tie('date')),
				call('coalesce', field('date'), dayText),
			),
			moment: fc.oneof({ maxDepth: 1 }, field('moment'), shifted(tie('moment'))),
			condition: fc.oneof(
				{ maxDepth: 3 },
				compared(tie('number'), fc.oneof({ weight: 3, arbitrary: number }, tie('number'))),
				compared(numberField, number),
				compared(tie('text'), fc.oneof({ weight: 3, arbitrary: text }, tie('text'))),
				compared(field('category', 'text'), text),
				compared(tie('date'), fc.oneof(dayText, tie('date'))),
				compared(tie('moment'), fc.oneof(dayText, momentText, tie('date'), tie('moment'))),
				field('boolean'),
				fc
					.tuple(
						fc.constantFrom('=', '!='),
						tie('condition'),
						fc.oneof(
							field('boolean'),
							fc.boolean().map((value): Rule => ({ kind: 'boolean', value, ...span })),
						),
					)
					.map(([operator, left, right]): Rule => ({ kind: 'comparison', operator, left, right, ...span })),
				fc
					.tuple(fc.constantFrom(...textOperators.slice(0, 3)), fc.boolean(), field('text'), text)
					.map(([operator, isNegated, operand, part]): Rule => ({
						kind: 'text-match',
						operator,
						isNegated,
						operand,
						pattern: part,
						...span,
					})),
				call('coalesce', tie('condition'), field('boolean')),
				fc
					.tuple(
						fc.constantFrom(...textOperators.slice(0, 3)),
						fc.boolean(),
						tie('text'),
						fc.oneof({ weight: 3, arbitrary: text }, tie('text')),
					)
					.map(([operator, isNegated, operand, part]): Rule => ({
						kind: 'text-match',
						operator,
						isNegated,
						operand,
						pattern: part,
						...span,
					})),
				fc.tuple(fc.boolean(), tie('text'), pattern).map(([isNegated, operand, part]): Rule => ({
					kind: 'text-match',
					operator: 'matches',
					isNegated,
					operand,
					pattern: part,
					...span,
				})),
				fc
					.tuple(fc.boolean(), fc.oneof(tie('number'), tie('text'), tie('date'), tie('moment'), tie('condition')))
					.map(([isNegated, operand]): Rule => ({ kind: 'is-null', isNegated, operand, ...span })),
				tie('condition').map((operand): Rule => ({ kind: 'not', operand, ...span })),
				fc
					.tuple(fc.constantFrom('and', 'or'), fc.array(tie('condition'), { minLength: 2, maxLength: 3 }))
					.map(([kind, operands]): Rule => ({ kind, operands, ...span })),
			),
		};
	},
);

export const arbitraryTypedRule: fc.Arbitrary<Rule> = arbitraryExpression.condition;
