import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';

export const WORKBOOK_ROWS = 50_000;
const FIRST_DAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const CHANNELS = ['web', 'store', 'mobile_app', 'partner'];
const HEADER = [
	'order_id',
	'customer_id',
	'order_date',
	'revenue',
	'cost',
	'quantity',
	'channel',
	'product',
	'coupon',
	'is_returned',
];

/** Writes orders.xlsx, 50,000 rows of ten columns with true dates, numbers, texts, gaps and yes and no; once. */
export async function writeWorkbook(folder: string): Promise<string> {
	const path = join(folder, `orders-${WORKBOOK_ROWS}.xlsx`);
	if (!existsSync(path)) {
		const rows = Array.from({ length: WORKBOOK_ROWS }, (_, row) => [
			{ value: row + 1 },
			{ value: `C-${String((row * 7919) % 5000).padStart(6, '0')}` },
			{ value: new Date(FIRST_DAY_MS + (row % 700) * DAY_MS), format: 'yyyy-mm-dd' },
			{ value: ((row * 104_729) % 50_000) / 100 },
			{ value: ((row * 15_485_863) % 20_000) / 100 },
			{ value: 1 + (row % 7) },
			{ value: CHANNELS[row % CHANNELS.length] ?? '' },
			{ value: `Article ${(row * 31) % 997}` },
			row % 11 === 0 ? { value: 'SPRING' } : null,
			{ value: row % 13 === 0 },
		]);
		await writeXlsxFile([HEADER.map((value) => ({ value })), ...rows]).toFile(`${path}.partial`);
		renameSync(`${path}.partial`, path);
	}
	return path;
}
