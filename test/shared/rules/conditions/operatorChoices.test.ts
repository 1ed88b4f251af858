import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choicesFor, operatorChoices, operatorOf, valuesOf } from '#shared/rules/conditions/operatorChoices.ts';
import type { ValueType } from '#shared/rules/TypedRule.ts';
import { arbitraryTree } from './arbitraryTree.ts';

const types: readonly ValueType[] = ['number', 'text', 'boolean', 'date', 'timestamp'];

test('every condition on a field has exactly one operator, which is offered and makes the same condition again', () => {
	fc.assert(
		fc.property(arbitraryTree, fc.constantFrom(...types, null), (tree, type) => {
			for (const node of tree.parts) {
				if (node.kind !== 'group' && node.kind !== 'expression') {
					expect(operatorChoices.filter(({ isOf }) => isOf(node))).toHaveLength(1);
					const choice = operatorOf(node);
					expect(choicesFor(type, node)).toContain(choice);
					const made = choice.make(node.field, valuesOf(node));
					// Of a range with one end chosen, the other way round is not kept.
					expect(valuesOf(made)).toEqual(valuesOf(node));
					expect(operatorOf(made)).toBe(choice);
				}
			}
		}),
		{ seed: 20_260_407, numRuns: 300 },
	);
});

test('each operator is listed once, and each type has one that asks for what is missing', () => {
	expect(new Set(operatorChoices.map(({ id }) => id)).size).toBe(operatorChoices.length);
	for (const type of types) {
		expect(operatorChoices.filter((choice) => choice.types.includes(type)).map(({ id }) => id)).toContain('missing');
	}
});

test('values stay when the operator changes, as far as it takes them', () => {
	const ninety = { kind: 'number', digits: '90' } as const;
	const atLeast = { kind: 'compare', field: 'a', operator: '>=', value: ninety, written: null } as const;
	const make = (id: string) => operatorChoices.find((choice) => choice.id === id)?.make('a', valuesOf(atLeast));
	expect(make('between')).toMatchObject({ low: ninety, high: null });
	expect(make('in')).toMatchObject({ items: [ninety] });
	expect(make('contains')).toMatchObject({ pattern: null });
});
