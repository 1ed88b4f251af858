import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkRule } from '#shared/rules/checkRule.ts';
import { ruleFunctions } from '#shared/rules/functions.ts';
import { textOperators } from '#shared/rules/Rule.ts';
import { ruleDiagnosticCodes } from '#shared/rules/RuleDiagnostic.ts';
import type { RuleField } from '#shared/rules/RuleField.ts';

const manual = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');

const fields: readonly RuleField[] = [
	...(['recency_days', 'order_count', 'revenue', 'margin', 'opens', 'sends'] as const).map((name) => ({
		name,
		type: 'decimal' as const,
		values: [],
	})),
	...['country', 'Home country', 'email', 'zip'].map((name) => ({ name, type: 'text' as const, values: [] })),
	...['first_order_date', 'last_order_date'].map((name) => ({ name, type: 'date' as const, values: [] })),
	{ name: 'signed_up_at', type: 'timestamp', values: [] },
	{ name: 'newsletter', type: 'boolean', values: [] },
];

test('every example of the manual is a rule without errors or doubts', () => {
	const examples = [...manual.matchAll(/```sql\n([\s\S]*?)```/g)].flatMap((block) =>
		(block[1] ?? '').trim().split('\n\n'),
	);
	expect(examples.length).toBeGreaterThan(10);
	for (const example of examples) {
		expect({ example, diagnostics: checkRule(example, fields).diagnostics }).toEqual({ example, diagnostics: [] });
	}
});

test('every example of the function list is a rule without errors', () => {
	for (const { example } of ruleFunctions) {
		expect(checkRule(example, fields).diagnostics).toEqual([]);
	}
});

test('the manual names every function, text operator and diagnostic', () => {
	const named = [...ruleFunctions.map((entry) => entry.signature), ...textOperators, ...ruleDiagnosticCodes];
	expect(named.filter((name) => !manual.includes(`\`${name}\``))).toEqual([]);
});

test('function names are unique', () => {
	expect(new Set(ruleFunctions.map((entry) => entry.name)).size).toBe(ruleFunctions.length);
});
