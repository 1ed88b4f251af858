import { expect, test } from 'vitest';
import { matchKeys } from '../../../engine/joins/matchKeys.ts';
import { numbers, texts } from '../session/columns.ts';

/** Beyond one batch of rows, and no multiple of 32. */
const ROWS = 2 ** 18 + 77;
const nothing = () => Promise.resolve();

test('rows of every batch are counted, also those without a key', async () => {
	const values = Array.from({ length: ROWS }, (_, row) => (row % 1000 === 7 ? null : `K${row % 5000}`));
	const ticks: number[] = [];
	const { left, right, count } = await matchKeys(
		{ keys: texts(values), form: null },
		{ keys: texts(['K1', 'K1', null, 'z']), form: null },
		(rows) => Promise.resolve(void ticks.push(rows)),
	);
	const rowsOf = (key: string) => values.filter((value) => value === key).length;
	const id = Array.from(left.rowsOf.keys()).find((at) => left.rowsOf[at]! > 0 && left.keyOf(at) === 'K4999')!;
	expect([count, left.rows, left.rowsWithoutKey, left.rowsOf[id], right.rowsWithoutKey]).toEqual([
		4996,
		ROWS,
		values.filter((value) => value === null).length,
		rowsOf('K4999'),
		1,
	]);
	expect(ticks.filter((rows) => rows > 0)).toEqual([2 ** 18, 77, 4]);
});

test('texts are compared in the form of their table, a number in its plain spelling', async () => {
	const form = (key: string) => key.replace(/^0+/, '').toLowerCase();
	const { left, right } = await matchKeys(
		{ keys: texts(['007', 'A1', null, '7']), form },
		{ keys: numbers([7, 8]), form: null },
		nothing,
	);
	expect([[...left.rowsOf], [...right.rowsOf], left.keyOf(0), left.keyOf(1), right.keyOf(2)]).toEqual([
		[2, 1, 0],
		[1, 0, 1],
		'7',
		'a1',
		'8',
	]);
});
