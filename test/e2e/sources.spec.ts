import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { choosePath, createProject } from './support/files.ts';

function orders(month: string): string {
	const rows = Array.from({ length: 40 }, (_, row) => `${month}${row},${row % 9},2024-${month}-11,${row}.50`);
	return ['order_id,customer_id,order_date,amount', ...rows, ''].join('\n');
}

async function chooseFile(page: Page, path: string): Promise<void> {
	await page.keyboard.press('Control+Shift+I');
	await choosePath(page, path);
}

test('the file in an archive is chosen, and files of one shape become one table', async ({ app: { page, folder } }) => {
	const path = join(folder, 'dump.zip');
	writeFileSync(
		path,
		zipSync({
			'orders_01.csv': strToU8(orders('01')),
			'orders_02.csv': strToU8(orders('02')),
			'sites.json': strToU8('[{"customer_id":1,"city":"Ulm"}]'),
		}),
	);
	await createProject(page, join(folder, 'client'));
	await chooseFile(page, path);
	await expect(page.getByRole('combobox', { name: 'Format' })).toHaveValue('delimited');
	await page.getByRole('combobox', { name: 'File in the archive' }).selectOption('sites.json');
	await expect(page.getByRole('combobox', { name: 'Format' })).toHaveValue('json');
	await expect(page.getByRole('cell', { name: 'Ulm' })).toBeVisible();
	await page.getByRole('combobox', { name: 'File in the archive' }).selectOption('orders_01.csv');
	await expect(page.getByRole('combobox', { name: 'Separated by' })).toHaveValue(',');
	await page.getByRole('button', { name: 'Append the other files of the archive' }).click();
	await expect(page.getByText('2 files as one table')).toBeVisible();
	await expectAccessible(page, '.import-source');
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page.getByRole('status').filter({ hasText: 'rows read' })).toHaveText(
		'80 rows read = 80 loaded + 0 quarantined',
	);
});

test('a folder becomes a table per shape, and all of them load one after the other', async ({
	app: { page, folder },
}) => {
	const data = join(folder, 'exports');
	mkdirSync(data);
	for (const month of ['01', '02', '03']) {
		writeFileSync(join(data, `orders_2024-${month}.csv`), orders(month));
	}
	const customers = Array.from({ length: 9 }, (_, id) => JSON.stringify({ customer_id: id, city: 'Ulm' })).join('\n');
	writeFileSync(join(data, 'customers.jsonl.gz'), gzipSync(customers));
	await createProject(page, join(folder, 'client'));
	await page.keyboard.press('Control+Shift+P');
	await page.keyboard.type('Import Folder');
	await page.keyboard.press('Enter');
	await page.getByRole('textbox', { name: 'Or type a path' }).fill(data);
	await page.getByRole('button', { name: 'Choose this folder' }).click();
	await expect(page.getByRole('tab', { name: 'customers.jsonl.gz' })).toBeVisible();
	await page.getByRole('tab', { name: /orders_2024-01\.csv \+2/ }).click();
	await expect(page.getByText('3 files as one table')).toBeVisible();
	await page.getByRole('button', { name: 'Import all 2 files' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'rows read' })).toHaveText(
		'120 rows read = 120 loaded + 0 quarantined',
	);
	await page.getByRole('tab', { name: /customers\.jsonl\.gz/ }).click();
	await expect(page.getByRole('status').filter({ hasText: 'rows read' })).toHaveText(
		'9 rows read = 9 loaded + 0 quarantined',
	);
});
