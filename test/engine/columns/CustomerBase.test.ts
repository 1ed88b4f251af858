import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '../../../engine/columns/Column.ts';
import { CustomerBase } from '../../../engine/columns/CustomerBase.ts';
import { KeyTable } from '../../../engine/columns/KeyTable.ts';

function textKeys(keys: readonly string[]): Column {
	const bytes = Buffer.from(keys.join(''));
	const offsets = Int32Array.from([0, ...keys.map((_, row) => Buffer.byteLength(keys.slice(0, row + 1).join('')))]);
	return { kind: 'text', type: 'text', length: keys.length, nulls: null, offsets, bytes };
}

function integerKeys(keys: readonly number[]): Column {
	const values = Float64Array.from(keys);
	return { kind: 'number', type: 'integer', length: keys.length, nulls: null, values, scale: 0, isExact: true };
}

test('an integer and its plain spelling are one customer, any other spelling is another', () => {
	const base = new CustomerBase([integerKeys([17, 7, -3])]);
	const spellings = textKeys(['17', '007', '7', '+7', '-3', '-0', ' 7', '7.0', '']);
	expect([...base.rowsOf(spellings)]).toEqual([0, -1, 1, -1, 2, -1, -1, -1, -1]);
	expect([0, 1, 2].map((row) => base.customerId(row))).toEqual(['17', '7', '-3']);
});

test('without a customers table the base is the union of all keys in order of first appearance', () => {
	const orders = integerKeys([5, 3, 5]);
	const recipients = textKeys(['x', '3', '9']);
	const base = new CustomerBase([orders, recipients]);
	expect(Array.from({ length: base.length }, (_, row) => base.customerId(row))).toEqual(['5', '3', 'x', '9']);
	expect([[...base.sourceRows(0)], [...base.sourceRows(1)]]).toEqual([
		[0, 1, -1, -1],
		[-1, -1, 0, 2],
	]);
});

test('category and text columns of the same words are the same customers', () => {
	const base = new CustomerBase([textKeys(['ada', 'Ada', 'bob'])]);
	const category: Column = {
		kind: 'category',
		type: 'text',
		length: 4,
		codes: Uint8Array.of(1, 0, 1, 0),
		labels: ['bob', 'ada'],
		nulls: Uint32Array.of(0b1000),
	};
	expect([...base.rowsOf(category)]).toEqual([0, 2, 0, -1]);
});

test('key tables give the ids that a map gives, over growth and clashes', () => {
	const key = fc.oneof(
		fc.integer({ min: -50, max: 5000 }),
		fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
		fc.string({ maxLength: 3 }).filter((text) => !/^-?\d+$/.test(text)),
	);
	fc.assert(
		fc.property(fc.array(key, { maxLength: 6000, minLength: 3000 }), fc.boolean(), (keys, isDense) => {
			const table = new KeyTable();
			if (isDense) {
				table.expectIntegers(0, 4000, 1000);
			}
			const expected = new Map<string | number, number>();
			for (const one of keys) {
				const id = expected.get(one) ?? expected.size;
				expected.set(one, id);
				const bytes = Buffer.from(String(one));
				expect(typeof one === 'number' ? table.addInteger(one) : table.addText(bytes, 0, bytes.length)).toBe(id);
			}
			expect(table.count).toBe(expected.size);
			for (const [one, id] of expected) {
				const bytes = Buffer.from(String(one));
				expect(table.findText(bytes, 0, bytes.length)).toBe(id);
			}
		}),
		{ seed: 3, numRuns: 10 },
	);
});
