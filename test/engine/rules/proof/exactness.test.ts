import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRule } from '#shared/rules/checkRule.ts';
import type { RuleField } from '#shared/rules/RuleField.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { anyField } from '../../../../engine/rules/proof/ProofField.ts';
import type { ProofField, StoredValue } from '../../../../engine/rules/proof/ProofField.ts';
import { IS_NOT_TRUE, IS_TRUE, Prover } from '../../../../engine/rules/proof/Prover.ts';
import { Slots } from '../../../../engine/rules/proof/Slots.ts';
import { compileTruth } from '../../../../engine/rules/row/compileTruth.ts';

const AS_OF_DAY = 19_782;

/** Fields of so few values that every customer there can be is tried. */
const small: readonly ProofField[] = [
	{ ...anyField('n', 'number'), scale: 0, least: -1, most: 3 },
	{ ...anyField('m', 'number'), scale: 1, least: 0, most: 3, isNullable: false },
	{ ...anyField('p', 'boolean') },
	{ ...anyField('c', 'text'), labels: ['A', 'B', 'b'] },
	{ ...anyField('d', 'date'), least: AS_OF_DAY - 2, most: AS_OF_DAY + 2 },
];
const fields: readonly RuleField[] = [
	...small.map(({ name, type }): RuleField => ({ name, type: type === 'number' ? 'decimal' : type, values: [] })),
	{ name: 't', type: 'text', values: [] },
];

function valuesOf(field: ProofField): StoredValue[] {
	const { least, most } = field;
	const numbers =
		least !== null && most !== null ? Array.from({ length: most - least + 1 }, (_, step) => least + step) : [];
	const values = field.type === 'boolean' ? [true, false] : (field.labels ?? numbers);
	return [...values, ...(field.isNullable ? [null] : [])];
}

function everyone(): StoredValue[][] {
	return small.reduce<StoredValue[][]>(
		(rows, field) => rows.flatMap((row) => valuesOf(field).map((value) => [...row, value])),
		[[]],
	);
}

const customers = everyone();

function typedOf(text: string): TypedRule {
	const { typed, diagnostics } = checkRule(text, fields);
	if (!typed) {
		throw new Error(`${text}: ${diagnostics[0]?.message}`);
	}
	return typed;
}

const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const oneField = fc.oneof(
	fc.tuple(operator, fc.constantFrom('-1', '0', '1', '1.5', '2', '3', '9')).map(([op, value]) => `n ${op} ${value}`),
	fc
		.tuple(
			fc.constantFrom('abs(n - 1)', '2 * n + 1', '10 / n', 'coalesce(n, 2)', '-n', 'n / 3', 'n * 0'),
			operator,
			fc.constantFrom('0', '1', '3', '5', '-2', '0.5'),
		)
		.map((parts) => parts.join(' ')),
	fc.tuple(operator, fc.constantFrom('0', '0.1', '0.15', '0.2', '0.3')).map(([op, value]) => `m ${op} ${value}`),
	fc.constantFrom('n between 0 and 2', 'm not between 0.1 and 0.2', 'n in (1, 3)', 'n is null', 'n / 0 is null'),
	fc.constantFrom('p', 'not p', 'p is null', 'p = false', 'coalesce(p, true)', 'p != (n > 1)', '(p or n = 2) is null'),
	fc.constantFrom("c = 'A'", "c != 'b'", "lower(c) = 'b'", "c in ('A', 'b')", "c < 'B'", "c contains 'b'", 'c is null'),
	fc.constantFrom("c matches '^[A-B]$'", "coalesce(c, 'A') = 'A'", "upper(c) > 'A'", "c not starts with 'A'"),
	fc
		.tuple(operator, fc.constantFrom('asof', 'asof - 1 days', "'2024-03-01'", "'2024-02-28'"))
		.map(([op, value]) => `d ${op} ${value}`),
	fc.constantFrom('month(d) = 2', 'month(d) != 3', 'year(d) > 2023', 'd + 1 months > asof + 30 days', 'asof - d > 1'),
);
const rule: fc.Arbitrary<string> = fc.letrec<{ rule: string }>((tie) => ({
	rule: fc.oneof(
		{ maxDepth: 3 },
		oneField,
		fc
			.tuple(fc.constantFrom('and', 'or'), fc.array(tie('rule'), { minLength: 2, maxLength: 3 }))
			.map(([word, parts]) => `(${parts.join(` ${word} `)})`),
		tie('rule').map((part) => `not (${part})`),
	),
})).rule;

test('with conditions on one field each, the proof finds a customer exactly when there is one', () => {
	const slots = new Slots(AS_OF_DAY);
	small.forEach((field) => slots.declare(field));
	const goals = fc.array(fc.tuple(rule, fc.boolean()), { minLength: 1, maxLength: 4 });
	const counts = { possible: 0, impossible: 0, open: 0 };
	fc.assert(
		fc.property(goals, (wanted) => {
			const prover = new Prover(small, AS_OF_DAY);
			const rules = wanted.map(([text, isTrue]) => ({ typed: typedOf(text), isTrue }));
			const finding = prover.find(
				rules.map(({ typed, isTrue }) => prover.rule(typed).goal(isTrue ? IS_TRUE : IS_NOT_TRUE)),
			);
			const truths = rules.map(({ typed, isTrue }) => ({ at: compileTruth(typed, slots), isTrue }));
			const exists = customers.some((customer) => {
				small.forEach((field, index) => slots.set(field.name, customer[index]!));
				return truths.every(({ at, isTrue }) => (at(0) === 1) === isTrue);
			});
			counts[finding.kind]++;
			expect({ wanted, finding: finding.kind }).toEqual({ wanted, finding: exists ? 'possible' : 'impossible' });
		}),
		{ seed: 11, numRuns: 2500 },
	);
	expect(counts.impossible).toBeGreaterThan(400);
	expect(counts.possible).toBeGreaterThan(400);
});

const word = fc.constantFrom("'a'", "'b'", "'ab'", "'ba'", "'A'", "''", "'aab'", "'ß'", "'SS'");
const onText = fc.oneof(
	fc.tuple(fc.constantFrom('t', 'lower(t)', 'upper(t)', "coalesce(t, 'ab')"), operator, word).map((parts) => parts.join(' ')),
	fc
		.tuple(fc.constantFrom('t', 'lower(t)', 'upper(t)'), fc.constantFrom('contains', 'starts with', 'not ends with'), word)
		.map((parts) => parts.join(' ')),
	fc
		.constantFrom('^a', 'b$', '^[ab]*$', 'a{2}', '^(ab)+$', '(?i)^A.$', '[^a]', '^.?$')
		.map((pattern) => `t matches '${pattern}'`),
	fc.constantFrom("t in ('a', 'ab')", "t between 'a' and 'b'", 't is null', 't is not null'),
);

/** Every text of up to four of these letters. */
function texts(): string[] {
	let longest = [''];
	const all = [''];
	for (let length = 1; length <= 4; length++) {
		longest = longest.flatMap((text) => ['a', 'b', 'A', 'ß', 'S'].map((letter) => text + letter));
		all.push(...longest);
	}
	return all;
}

test('conditions on parts and patterns of a text are decided as well, never against a text that exists', () => {
	const field = anyField('t', 'text');
	const slots = new Slots(AS_OF_DAY);
	slots.declare(field);
	const candidates = [null, ...texts()];
	let impossible = 0;
	fc.assert(
		fc.property(fc.array(fc.tuple(onText, fc.boolean()), { minLength: 1, maxLength: 5 }), (wanted) => {
			const prover = new Prover([field], AS_OF_DAY);
			const rules = wanted.map(([text, isNegated]) => typedOf(isNegated ? `not ${text}` : text));
			const finding = prover.find(rules.map((typed) => prover.rule(typed).goal(IS_TRUE)));
			const truths = rules.map((typed) => compileTruth(typed, slots));
			const example = candidates.find((text) => {
				slots.set('t', text);
				return truths.every((at) => at(0) === 1);
			});
			impossible += finding.kind === 'impossible' ? 1 : 0;
			const expected = example === undefined ? ['impossible', 'possible'] : ['possible'];
			expect({ wanted, example, isRight: expected.includes(finding.kind) }).toEqual({ wanted, example, isRight: true });
		}),
		{ seed: 3, numRuns: 1500 },
	);
	expect(impossible).toBeGreaterThan(300);
});
