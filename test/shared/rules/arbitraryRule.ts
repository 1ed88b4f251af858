import fc from 'fast-check';
import type { Rule } from '#shared/rules/Rule.ts';
import { compareOperators, textOperators } from '#shared/rules/Rule.ts';

const span = { from: 0, to: 0 };
const digits = fc
	.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999 }))
	.map(([whole, places]) =>
		places === 0 ? `${whole}` : `${whole}.${String(places).padStart(3, '0').replace(/0+$/, '')}`,
	);
const signedDigits = fc
	.tuple(digits, fc.boolean())
	.map(([text, isNegative]) => (isNegative && text !== '0' ? `-${text}` : text));
const word = fc.constantFrom(
	'a',
	'b',
	'_x',
	'date',
	'days',
	'contains',
	'größe',
	'in',
	'NULL',
	'Home country',
	'a`b',
	'1st',
	'a.b',
	"o'k",
	'-',
);
const text = fc.oneof(fc.constantFrom('', "'", '"', '--', 'x\ny', '2024-01-31'), fc.string({ maxLength: 8 }));

/** Any tree that parseRule can give, whether its types fit or not. */
export const arbitraryRule: fc.Arbitrary<Rule> = fc.letrec<{ condition: Rule; value: Rule; primary: Rule }>((tie) => ({
	primary: fc.oneof(
		word.map((name): Rule => ({ kind: 'field', name, ...span })),
		signedDigits.map((value): Rule => ({ kind: 'number', digits: value, ...span })),
		text.map((value): Rule => ({ kind: 'text', value, ...span })),
		text.map((value): Rule => ({ kind: 'date', value, ...span })),
		fc.boolean().map((value): Rule => ({ kind: 'boolean', value, ...span })),
		fc.constantFrom<Rule>({ kind: 'null', ...span }, { kind: 'asof', ...span }),
		fc
			.tuple(digits, fc.constantFrom('days', 'weeks', 'months', 'years'))
			.map(([value, unit]): Rule => ({ kind: 'duration', digits: value, unit, ...span })),
	),
	value: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		tie('primary'),
		fc
			.tuple(fc.constantFrom('+', '-', '*', '/'), tie('value'), tie('value'))
			.map(([operator, left, right]): Rule => ({ kind: 'arithmetic', operator, left, right, ...span })),
		tie('value').map((operand): Rule => ({ kind: 'negation', operand, ...span })),
		fc
			.tuple(fc.constantFrom('lower', 'year', 'date', 'whatever'), fc.array(tie('value'), { maxLength: 3 }))
			.map(([name, parameters]): Rule => ({ kind: 'call', name, arguments: parameters, ...span })),
		tie('condition'),
	),
	condition: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		tie('value'),
		fc
			.tuple(fc.constantFrom('and', 'or'), fc.array(tie('condition'), { minLength: 2, maxLength: 3 }))
			.map(([kind, operands]): Rule => ({ kind, operands, ...span })),
		tie('condition').map((operand): Rule => ({ kind: 'not', operand, ...span })),
		fc
			.tuple(fc.constantFrom(...compareOperators), tie('value'), tie('value'))
			.map(([operator, left, right]): Rule => ({ kind: 'comparison', operator, left, right, ...span })),
		fc
			.tuple(fc.boolean(), tie('value'), tie('value'), tie('value'))
			.map(([isNegated, operand, low, high]): Rule => ({ kind: 'between', isNegated, operand, low, high, ...span })),
		fc
			.tuple(fc.boolean(), tie('value'), fc.array(tie('value'), { minLength: 1, maxLength: 3 }))
			.map(([isNegated, operand, items]): Rule => ({ kind: 'in', isNegated, operand, items, ...span })),
		fc
			.tuple(fc.boolean(), tie('value'))
			.map(([isNegated, operand]): Rule => ({ kind: 'is-null', isNegated, operand, ...span })),
		fc
			.tuple(fc.constantFrom(...textOperators), fc.boolean(), tie('value'), tie('value'))
			.map(([operator, isNegated, operand, pattern]): Rule => ({
				kind: 'text-match',
				operator,
				isNegated,
				operand,
				pattern,
				...span,
			})),
	),
})).condition;
