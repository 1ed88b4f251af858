import { expect, test } from 'vitest';
import { assignmentRows } from '../../../engine/export/assignmentRows.ts';

test('every customer stands in the file exactly once, also across blocks', () => {
	const length = 45_001;
	const text = [
		...assignmentRows({
			length,
			codes: Uint8Array.from({ length }, (_, row) => row % 2),
			segments: [
				{ id: 'a', name: 'First, of two' },
				{ id: 'remainder', name: '=Everyone' },
			],
			customerId: (row) => `c${row}`,
		}),
	].join('');
	const lines = text.split('\n');
	expect(lines.slice(0, 3)).toEqual([
		'customer_id,segment_id,segment_name',
		'c0,a,"First, of two"',
		"c1,remainder,'=Everyone",
	]);
	expect(new Set(lines.slice(1, -1).map((line) => line.split(',')[0])).size).toBe(length);
	expect(lines.at(-1)).toBe('');
});
