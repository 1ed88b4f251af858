import { tableFromIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import type { Column } from '../../../engine/columns/Column.ts';
import { arrowOf } from '../../../engine/session/arrowOf.ts';
import { booleans, categories, dates, numbers, texts, timestamps } from './columns.ts';

function rowsOf(bytes: Uint8Array) {
	return tableFromIPC(bytes)
		.toArray()
		.map((row) => row.toJSON());
}

test('every kind of column travels as it is shown, with missing values as null', () => {
	const bytes = arrowOf(
		[
			{ name: 'amount', parts: [numbers([1250, null, -5], 2)] },
			{ name: 'count', parts: [numbers([3, 0, null])] },
			{ name: 'day', parts: [dates([0, null, 20_000])] },
			{ name: 'at', parts: [timestamps(['2026-01-31T12:00:00Z', null, null])] },
			{ name: 'known', parts: [booleans([true, false, null])] },
			{ name: 'country', parts: [categories(['DE', null, 'AT'])] },
			{ name: 'e mail', parts: [texts(['ä@b', '', null])] },
		],
		[[0, 1, 2]],
	);
	expect(rowsOf(bytes)).toEqual([
		{
			amount: 12.5,
			count: 3,
			day: '1970-01-01',
			at: '2026-01-31T12:00:00Z',
			known: true,
			country: 'DE',
			'e mail': 'ä@b',
		},
		{ amount: null, count: 0, day: null, at: null, known: false, country: null, 'e mail': '' },
		{ amount: -0.05, count: null, day: '2024-10-04', at: null, known: null, country: 'AT', 'e mail': null },
	]);
});

test('rows come from several parts in order, behind a leading column', () => {
	const bytes = arrowOf([{ name: 'n', parts: [numbers([1, 2, 3]), numbers([4, 5])] }], [[2], [0, 1]], {
		name: 'customer',
		cells: ['a', 'b', 'c'],
	});
	expect(rowsOf(bytes)).toEqual([
		{ customer: 'a', n: 3 },
		{ customer: 'b', n: 4 },
		{ customer: 'c', n: 5 },
	]);
});

test('an empty page keeps its columns', () => {
	const table = tableFromIPC(arrowOf([{ name: 'n', parts: [] }], []));
	expect([table.numRows, table.schema.fields.map(({ name }) => name)]).toEqual([0, ['n']]);
});

test('the bytes lie on a buffer of their own size, so that no more than they are sent', () => {
	const bytes = arrowOf([{ name: 'n', parts: [numbers([1, 2, 3])] }], [[0]]);
	expect(bytes.buffer.byteLength).toBe(bytes.byteLength);
});

test('the decimal places of a column travel with its doubles', () => {
	const price: Column = {
		kind: 'number',
		type: 'decimal',
		length: 1,
		nulls: null,
		values: Int32Array.of(5930),
		scale: 2,
		isExact: true,
	};
	const table = tableFromIPC(arrowOf([{ name: 'price', parts: [price] }], [[0]]));
	expect([table.getChild('price')?.get(0), table.schema.fields[0]?.metadata]).toEqual([
		59.3,
		new Map([['scale', '2']]),
	]);
});
