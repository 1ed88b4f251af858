import { expect, test } from 'vitest';
import { nextCell } from '../../../../renderer/ui/grid/nextCell.ts';

const from = { row: 10, column: 2 };
const press = (key: string, isJump = false) => nextCell(from, { key, ctrlKey: isJump, metaKey: false }, 1000, 5, 20);

test('keys move the active cell as in any grid', () => {
	expect([
		press('ArrowUp'),
		press('ArrowRight'),
		press('PageDown'),
		press('PageUp'),
		press('Home'),
		press('End', true),
		press('ArrowDown', true),
		press('x'),
	]).toEqual([
		{ row: 9, column: 2 },
		{ row: 10, column: 3 },
		{ row: 30, column: 2 },
		{ row: 0, column: 2 },
		{ row: 10, column: 0 },
		{ row: 999, column: 4 },
		{ row: 999, column: 2 },
		null,
	]);
});
