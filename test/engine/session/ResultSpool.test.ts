import { expect, test } from 'vitest';
import { cellOf } from '../../../engine/columns/cellOf.ts';
import { ResultSpool } from '../../../engine/session/ResultSpool.ts';

test('columns of a result get the type that all their cells have, and headers that differ', () => {
	const names = ['n', 'N', 'd', 'day', 'text', 'mixed', 'nothing'];
	const spool = new ResultSpool(names.map((name) => ({ name, type: name === 'day' ? 'date' : 'text' })));
	spool.add([
		[1, 2 ** 40, 1.5, '2026-01-31', 'a', 1, null],
		[null, 3, 2, null, null, 'b', null],
	]);
	const source = spool.source('result', 0);
	expect(source.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
		'n integer',
		'N_2 integer',
		'd decimal',
		'day date',
		'text text',
		'mixed text',
		'nothing text',
	]);
	const [block] = source.blocks([0, 1, 2, 3, 4, 5, 6]);
	expect([0, 1].map((row) => block!.map((column) => cellOf(column, row)))).toEqual([
		[1, 2 ** 40, 1.5, '2026-01-31', 'a', '1', null],
		[null, 3, 2, null, null, 'b', null],
	]);
});

test('a result of many rows comes in blocks, one of too many bytes is refused', () => {
	const spool = new ResultSpool([{ name: 'n', type: 'integer' }]);
	const rows = Array.from({ length: 70_000 }, (_, row) => [row]);
	spool.add(rows);
	expect([...spool.source('result', 0).blocks([0])].map(([column]) => column!.length)).toEqual([50_000, 20_000]);
	const long = new ResultSpool([{ name: 't', type: 'text' }]);
	const text = 'x'.repeat(2 ** 28);
	expect(() => long.add([[text], [text], [text]])).toThrow(/larger than 512 MB/);
});
