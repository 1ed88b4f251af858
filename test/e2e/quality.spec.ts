import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { choosePath, createProject } from './support/files.ts';
import { runCommand } from './support/runCommand.ts';

const header = 'order_id,customer_id,order_date,revenue,channel';

function csvOf(from: number, to: number): string {
	const lines = Array.from({ length: to - from }, (_, index) => {
		const id = from + index;
		const day = id === 7 ? '17.03.2025' : id === 8 ? '18.03.2025' : `2025-0${1 + (id % 9)}-1${id % 10}`;
		const revenue = id === 20 ? '-5.00' : (10 + (id % 40)).toFixed(2);
		return `${id},c${id % 50},${day},${revenue},${id % 3 === 0 ? '' : 'web'}`;
	});
	return [header, ...lines, ''].join('\n');
}

async function importOrders(page: Page, folder: string): Promise<void> {
	const path = join(folder, 'orders.csv');
	writeFileSync(path, csvOf(0, 400));
	await createProject(page, join(folder, 'client'));
	await page.keyboard.press('Control+Shift+I');
	await choosePath(page, path);
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'orders is imported' })).toBeVisible();
}

test('the data quality of a table is shown by column, and rows of a finding are shown and excluded', async ({
	app: { page, folder },
}) => {
	await importOrders(page, folder);
	await runCommand(page, 'Data quality: Data Quality of a Table');
	const list = page.getByRole('listbox', { name: 'Columns of orders' });
	await expect(list.getByRole('option')).toHaveCount(5);
	await expectAccessible(page, '.quality');
	await list.press('End');
	await expect(page.getByRole('complementary', { name: 'Column channel' })).toBeVisible();
	await list.press('ArrowUp');
	const detail = page.getByRole('complementary', { name: 'Column revenue' });
	await expect(detail.getByText(/Negative values in "revenue" of orders: 1 row/)).toBeVisible();
	await expectAccessible(page, '.quality');
	await detail.getByRole('button', { name: 'Show rows' }).first().click();
	await expect(page.getByRole('grid', { name: 'orders: negative values in revenue' }).getByRole('row')).toHaveCount(2);
	await page.getByRole('button', { name: 'Exclude these rows…' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Exclude' }).click();
	await expect(page.getByText(/1 row of orders is excluded: negative values in revenue\./).first()).toBeVisible();
	await expect(page.getByText(/^397 rows, 5 columns/)).toBeVisible();
});

test('of a hundred columns only those on the screen exist, and the last one is a key away', async ({
	app: { page, folder },
}) => {
	await page.setViewportSize({ width: 1024, height: 700 });
	const path = join(folder, 'customers.csv');
	const names = Array.from({ length: 100 }, (_, column) => `attribute_${column}`);
	const rows = Array.from({ length: 60 }, (_, row) => `c${row},${names.map((_, column) => row * column).join(',')}`);
	writeFileSync(path, [`customer_id,${names.join(',')}`, ...rows, ''].join('\n'));
	await createProject(page, join(folder, 'client'));
	await page.keyboard.press('Control+Shift+I');
	await choosePath(page, path);
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'customers is imported' })).toBeVisible();
	await runCommand(page, 'Data quality: Data Quality of a Table');
	const list = page.getByRole('listbox', { name: 'Columns of customers' });
	await list.press('End');
	await expect(page.getByRole('complementary', { name: 'Column attribute_99' })).toBeInViewport();
	await expect(list.getByRole('option', { name: /^attribute_99/ })).toBeInViewport();
	expect(await list.getByRole('option').count()).toBeLessThan(40);
});

test('quarantined rows are repaired by a rule for their reason and loaded, and undo takes it back', async ({
	app: { page, folder },
}) => {
	await importOrders(page, folder);
	await runCommand(page, 'Quarantine: Quarantine of a Table');
	await expect(page.getByText('400 rows read = 398 loaded + 2 quarantined').last()).toBeVisible();
	await page.getByRole('combobox', { name: 'For all rows of this reason' }).selectOption('dmy');
	await expect(page.getByText('2 of 2 rows would load.')).toBeVisible();
	await expect(page.getByText('Would load as 7 | c7 | 2025-03-17')).toBeVisible();
	await expectAccessible(page, '.quarantine');
	await page.getByRole('button', { name: 'Load 2 repaired rows' }).click();
	await expect(page.getByRole('heading', { name: 'Nothing is in quarantine' })).toBeVisible();
	await runCommand(page, 'Edit: Undo');
	await expect(page.getByText('400 rows read = 398 loaded + 2 quarantined').last()).toBeVisible();
});

test('a newer export is compared with its table and added to it', async ({ app: { page, folder } }) => {
	await importOrders(page, folder);
	const newer = join(folder, 'newer.csv');
	writeFileSync(newer, csvOf(100, 450).replaceAll(',web', ',app'));
	await runCommand(page, 'Import: Import Newer Export of a Table');
	await choosePath(page, newer);
	await expect(page.getByRole('heading', { name: 'newer.csv beside orders' })).toBeVisible();
	await expect(page.getByRole('definition').filter({ hasText: /^50$/ })).toBeVisible();
	await expect(page.getByRole('row', { name: /^channel/ })).toContainText('200');
	await expectAccessible(page, '.reimport');
	await page.getByRole('radio', { name: 'Add 50 rows, and replace the rows that are in both' }).check();
	await page.getByRole('button', { name: 'Add to the table' }).click();
	await expect(page.getByText(/orders now has 448 rows\./).first()).toBeVisible();
});
