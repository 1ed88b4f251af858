import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type App } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';

async function openExport({ page }: App) {
	await page.getByRole('button', { name: /^orders/ }).click();
	await page.locator('.table-viewer').getByRole('button', { name: 'Export', exact: true }).click();
	return page.getByRole('tabpanel', { name: 'Export' });
}

test('rows of a table go to a file, filtered by a rule, with the columns that are ticked', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	const form = await openExport(app);
	await form.getByRole('textbox', { name: /^Only the rows/ }).fill('nothing > 1');
	await expect(form.getByText(/nothing/)).toBeVisible();
	await expect(form.getByRole('button', { name: 'Export…' })).toBeDisabled();
	await form.getByRole('textbox', { name: /^Only the rows/ }).fill('revenue >= 100');
	await form.getByRole('button', { name: 'Choose no column' }).click();
	await form.getByRole('checkbox', { name: 'customer_id' }).check();
	await form.getByRole('checkbox', { name: 'revenue' }).check();
	await expectAccessible(page, '.table-viewer');
	await page.screenshot({ path: join(process.env['EXPORT_SHOTS'] ?? app.folder, 'export-form.png') });
	await form.getByRole('button', { name: 'Export…' }).click();
	const path = join(app.folder, 'big orders.csv');
	const dialog = page.getByRole('dialog', { name: 'Export orders' });
	await dialog.getByRole('textbox').fill(path);
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText(/rows written to .*big orders\.csv/).first()).toBeVisible();
	expect(existsSync(path)).toBe(true);
	const [header, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
	expect(header).toBe('customer_id,revenue');
	expect(rows.length).toBeGreaterThan(10);
	expect(rows.every((row) => Number(row.split(',')[1]) >= 100 && /\.\d\d$/.test(row))).toBe(true);
	await page.screenshot({ path: join(process.env['EXPORT_SHOTS'] ?? app.folder, 'export-done.png') });
});

test('a column is made wider by its edge and by the keyboard', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await page.getByRole('button', { name: /^orders/ }).click();
	const grid = page.getByRole('grid', { name: 'Rows of orders' });
	const header = grid.getByRole('columnheader').nth(1);
	const before = (await header.boundingBox())!;
	await page.mouse.move(before.x + before.width - 2, before.y + 10);
	await page.mouse.down();
	await page.mouse.move(before.x + before.width + 58, before.y + 10);
	await page.mouse.up();
	expect((await header.boundingBox())!.width).toBeCloseTo(before.width + 60, 0);
	await grid.focus();
	await page.keyboard.press('Alt+ArrowLeft');
	await expect.poll(async () => (await header.boundingBox())!.width).toBeCloseTo(before.width + 44, 0);
});
