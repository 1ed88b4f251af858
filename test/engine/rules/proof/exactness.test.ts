import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyField } from '../../../../engine/rules/proof/ProofField.ts';
import { IS_NOT_TRUE, IS_TRUE, Prover } from '../../../../engine/rules/proof/Prover.ts';
import { slotTruth } from '../../../../engine/rules/proof/slotPrograms.ts';
import { Slots } from '../../../../engine/rules/proof/Slots.ts';
import { AS_OF_DAY, customers, operator, small, smallRule, typedOf } from './smallWorld.ts';

test('with conditions on one field each, the proof finds a customer exactly when there is one', () => {
	const slots = new Slots(AS_OF_DAY);
	small.forEach((field) => slots.declare(field));
	const goals = fc.array(fc.tuple(smallRule, fc.boolean()), { minLength: 1, maxLength: 4 });
	const counts = { possible: 0, impossible: 0, open: 0 };
	fc.assert(
		fc.property(goals, (wanted) => {
			const prover = new Prover(small, AS_OF_DAY);
			const rules = wanted.map(([text, isTrue]) => ({ typed: typedOf(text), isTrue }));
			const finding = prover.find(
				rules.map(({ typed, isTrue }) => prover.rule(typed).goal(isTrue ? IS_TRUE : IS_NOT_TRUE)),
			);
			const truths = rules.map(({ typed, isTrue }) => ({ at: slotTruth(typed, slots), isTrue }));
			const exists = customers.some((customer) => {
				small.forEach((field, index) => slots.set(field.name, customer[index]!));
				return truths.every(({ at, isTrue }) => (at() === 1) === isTrue);
			});
			counts[finding.kind]++;
			expect({ wanted, finding: finding.kind }).toEqual({ wanted, finding: exists ? 'possible' : 'impossible' });
		}),
		{ seed: 11, numRuns: 1000 },
	);
	expect(counts.impossible).toBeGreaterThan(150);
	expect(counts.possible).toBeGreaterThan(150);
});

const word = fc.constantFrom("'a'", "'b'", "'ab'", "'ba'", "'A'", "''", "'aab'", "'ß'", "'SS'");
const onText = fc.oneof(
	fc
		.tuple(fc.constantFrom('t', 'lower(t)', 'upper(t)', "coalesce(t, 'ab')"), operator, word)
		.map((parts) => parts.join(' ')),
	fc
		.tuple(
			fc.constantFrom('t', 'lower(t)', 'upper(t)'),
			fc.constantFrom('contains', 'starts with', 'not ends with'),
			word,
		)
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
			const truths = rules.map((typed) => slotTruth(typed, slots));
			const example = candidates.find((text) => {
				slots.set('t', text);
				return truths.every((at) => at() === 1);
			});
			impossible += finding.kind === 'impossible' ? 1 : 0;
			const expected = example === undefined ? ['impossible', 'possible'] : ['possible'];
			expect({ wanted, example, isRight: expected.includes(finding.kind) }).toEqual({ wanted, example, isRight: true });
		}),
		{ seed: 3, numRuns: 600 },
	);
	expect(impossible).toBeGreaterThan(120);
});

const joining = fc.oneof(
	fc
		.tuple(
			fc.constantFrom(
				'n + m',
				'n - m',
				'n * m',
				'n / m',
				'm / n',
				'n * n',
				'coalesce(n, m)',
				'abs(n - m * 10)',
				'2 * n - n',
			),
			operator,
			fc.constantFrom('0', '0.1', '0.3', '1', '2.1', '3', '-1', '9', '10'),
		)
		.map((parts) => parts.join(' ')),
	fc
		.tuple(fc.constantFrom('n', 'n * 0.1'), operator, fc.constantFrom('m', 'm + 1', 'n + 1'))
		.map((parts) => parts.join(' ')),
	fc
		.tuple(
			fc.constantFrom('month(d) * n', 'd - (asof - 1 days) - n', 'year(d) - n'),
			operator,
			fc.constantFrom('0', '2', '2024'),
		)
		.map((parts) => parts.join(' ')),
	fc.constantFrom(
		'n + m is null',
		'n / m is null',
		"c contains coalesce(c, 'A')",
		'n in (m, 1)',
		'n between m and 2',
		"d between asof and coalesce(d, '2024-02-28')",
	),
);

test('with conditions that join fields, nothing that exists is called impossible, and most is decided', () => {
	const slots = new Slots(AS_OF_DAY);
	small.forEach((field) => slots.declare(field));
	const part = fc.oneof(joining, joining, smallRule);
	const goals = fc.array(fc.tuple(part, part, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 3 });
	const counts = { possible: 0, impossible: 0, open: 0 };
	fc.assert(
		fc.property(goals, (wanted) => {
			const prover = new Prover(small, AS_OF_DAY);
			const rules = wanted.map(([a, b, isAnd, isTrue]) => ({
				typed: typedOf(`${a} ${isAnd ? 'and' : 'or'} ${b}`),
				isTrue,
			}));
			const finding = prover.find(
				rules.map(({ typed, isTrue }) => prover.rule(typed).goal(isTrue ? IS_TRUE : IS_NOT_TRUE)),
			);
			const truths = rules.map(({ typed, isTrue }) => ({ at: slotTruth(typed, slots), isTrue }));
			const exists = customers.some((customer) => {
				small.forEach((field, index) => slots.set(field.name, customer[index]!));
				return truths.every(({ at, isTrue }) => (at() === 1) === isTrue);
			});
			counts[finding.kind]++;
			const allowed = exists ? ['possible', 'open'] : ['impossible', 'open'];
			expect({ wanted, exists, isRight: allowed.includes(finding.kind) }).toEqual({ wanted, exists, isRight: true });
		}),
		{ seed: 23, numRuns: 900 },
	);
	expect(counts.impossible).toBeGreaterThan(60);
	expect(counts.open).toBeLessThan(90);
});
