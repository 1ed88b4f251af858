import { expect, test } from 'vitest';
import { formatCell } from '../../../../renderer/ui/grid/formatCell.ts';

test('values of an Arrow page read as rules write them', () => {
	const moment = Date.UTC(2024, 2, 31, 14, 5, 9);
	expect([
		formatCell(null, 'text'),
		formatCell(undefined, 'integer'),
		formatCell(1234567, 'integer'),
		formatCell(12.5, 'decimal'),
		formatCell(900719925474n, 'integer'),
		formatCell(true, 'boolean'),
		formatCell(moment, 'date'),
		formatCell(new Date(moment), 'timestamp'),
		formatCell('2024-03-31', 'date'),
	]).toEqual(['', '', '1234567', '12.5', '900719925474', 'true', '2024-03-31', '2024-03-31 14:05:09', '2024-03-31']);
});

test('decimals show the places of their column', () => {
	expect([
		formatCell(59.3, 'decimal', 2),
		formatCell(-0.05, 'decimal', 2),
		formatCell(7, 'decimal', 2),
		formatCell(null, 'decimal', 2),
	]).toEqual(['59.30', '-0.05', '7.00', '']);
});
