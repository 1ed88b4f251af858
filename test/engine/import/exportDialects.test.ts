import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { previewSource } from '../../../engine/import/previewSource.ts';
import { runImport } from '../../../engine/import/runImport.ts';
import { plainTable } from './importFile.ts';
import { MemorySink } from './MemorySink.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/data/export-dialects');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('orders')) : [];
const canonical = z.array(
	z.object({
		customer_id: z.number(),
		order_date: z.string(),
		quantity: z.number(),
		amount: z.number(),
		cumulative_spend: z.number(),
	}),
);

if (files.length === 0) {
	test.skip('the export-dialects files are not beside the project', () => undefined);
}

/** Lines that are left out before and after the table, and what else must be said. */
const said: Record<string, { readonly first: number; readonly last: number; readonly codes: readonly string[] }> = {
	'orders_preamble_and_total.csv': { first: 3, last: 1, codes: ['import.skipped', 'import.skipped'] },
	'orders_excel_sep_line.csv': { first: 1, last: 0, codes: ['import.skipped'] },
	'orders_dup_and_blank_headers.csv': { first: 0, last: 0, codes: ['import.header', 'import.header'] },
	'orders_excel_serial_dates.csv': { first: 0, last: 0, codes: ['import.type'] },
};

test.each(files)('%s loads as the canonical orders, typed', async (name) => {
	const preview = await previewSource(join(folder, name), plainTable);
	const sink = new MemorySink();
	const table = await runImport(preview.plan, sink, { morselBytes: 4000, threads: 0 });
	const orders = canonical.parse(JSON.parse(readFileSync(join(folder, 'canonical_orders.json'), 'utf8')));
	const hasPaddedIds = name === 'orders_leading_zero_ids.csv';
	const isReordered = name === 'orders_dup_and_blank_headers.csv';
	const want = orders.map(({ customer_id, order_date, quantity, amount, cumulative_spend }) => {
		const id = hasPaddedIds ? String(customer_id).padStart(5, '0') : customer_id;
		return isReordered
			? [id, order_date, amount, cumulative_spend, quantity]
			: [id, order_date, quantity, amount, cumulative_spend];
	});
	// The workbook has a column more, of truth values.
	const width = name === 'orders.xlsx' ? 5 : preview.plan.columns.length;
	expect(sink.rows(table).map((row) => row.slice(0, width))).toEqual(want);
	const { first, last, codes } = said[name] ?? { first: 0, last: 0, codes: [] };
	const spoken = ['import.skipped', 'import.header', 'import.type'];
	expect([
		table.rowsRead,
		table.rowsQuarantined,
		preview.skippedLines.first.length,
		preview.skippedLines.last.length,
		preview.problems.map(({ code }) => code).filter((code) => spoken.includes(code)),
		table.problems,
	]).toEqual([354, 0, first, last, codes, []]);
});
