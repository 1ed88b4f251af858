import fc from 'fast-check';
import { checkRule } from '#shared/rules/checkRule.ts';
import type { RuleField } from '#shared/rules/RuleField.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { anyField } from '../../../../engine/rules/proof/ProofField.ts';
import type { ProofField, StoredValue } from '../../../../engine/rules/proof/ProofField.ts';

export const AS_OF_DAY = 19_782;

/** Fields of so few values that every customer there can be is tried. */
export const small: readonly ProofField[] = [
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

/** Every customer there can be. */
export const customers = everyone();

export function typedOf(text: string): TypedRule {
	const { typed, diagnostics } = checkRule(text, fields);
	if (!typed) {
		throw new Error(`${text}: ${diagnostics[0]?.message}`);
	}
	return typed;
}

export const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
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
/** Conditions on one field each, joined in any way. */
export const smallRule: fc.Arbitrary<string> = fc.letrec<{ rule: string }>((tie) => ({
	rule: fc.oneof(
		{ maxDepth: 3 },
		oneField,
		fc
			.tuple(fc.constantFrom('and', 'or'), fc.array(tie('rule'), { minLength: 2, maxLength: 3 }))
			.map(([word, parts]) => `(${parts.join(` ${word} `)})`),
		tie('rule').map((part) => `not (${part})`),
	),
})).rule;
