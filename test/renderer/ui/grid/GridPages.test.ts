import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import { GridPages, PAGE_ROWS } from '../../../../renderer/ui/grid/GridPages.ts';

const TOTAL = 100_000;

/** A table whose row n holds the number n; every page waits until the test lets it through. */
function heldTable() {
	const asked: { from: number; signal: AbortSignal; answer(): void; fail(error: Error): void }[] = [];
	const fetch = (from: number, count: number, signal: AbortSignal) =>
		new Promise<{ rows: Uint8Array; total: number }>((resolve, reject) => {
			const values = Int32Array.from({ length: Math.min(count, TOTAL - from) }, (_, step) => from + step);
			asked.push({
				from,
				signal,
				answer: () => resolve({ rows: tableToIPC(tableFromArrays({ id: values })), total: TOTAL }),
				fail: reject,
			});
		});
	return { asked, fetch };
}

async function openTable() {
	const table = heldTable();
	const opening = GridPages.open(table.fetch, new AbortController().signal);
	table.asked[0]?.answer();
	return { ...table, pages: await opening };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('the first page tells the columns and the number of rows', async () => {
	const { pages } = await openTable();
	expect([pages.total, pages.names, pages.cell(7, 0)]).toEqual([TOTAL, ['id'], 7]);
});

test('only what is on the screen is fetched, and what is passed by is aborted', async () => {
	const { pages, asked } = await openTable();
	pages.show(10 * PAGE_ROWS, 10 * PAGE_ROWS + 40);
	pages.show(90 * PAGE_ROWS - 5, 90 * PAGE_ROWS + 35);
	expect(asked.map(({ from, signal }) => [from / PAGE_ROWS, signal.aborted])).toEqual([
		[0, false],
		[10, true],
		[89, false],
		[90, false],
	]);
	expect(pages.cell(90 * PAGE_ROWS, 0)).toBe(GridPages.notLoaded);
	asked[3]?.answer();
	await settled();
	expect([pages.cell(90 * PAGE_ROWS, 0), pages.version.get()]).toEqual([90 * PAGE_ROWS, 1]);
});

test('a page that fails is said, and asked for again on demand', async () => {
	const { pages, asked } = await openTable();
	pages.show(5 * PAGE_ROWS, 5 * PAGE_ROWS);
	asked[1]?.fail(new Error('The project file is damaged.'));
	await settled();
	expect(pages.failure.get()?.message).toBe('The project file is damaged.');
	pages.retry();
	asked[2]?.answer();
	await settled();
	expect([pages.failure.get(), pages.cell(5 * PAGE_ROWS, 0)]).toEqual([null, 5 * PAGE_ROWS]);
});

test('a long scroll does not keep every page', async () => {
	const { pages, asked } = await openTable();
	for (let page = 1; page <= 60; page++) {
		pages.show(page * PAGE_ROWS, page * PAGE_ROWS);
		asked.at(-1)?.answer();
		await settled();
	}
	expect([pages.cell(0, 0), pages.cell(60 * PAGE_ROWS, 0)]).toEqual([GridPages.notLoaded, 60 * PAGE_ROWS]);
});
