import { copyFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { choosePath, createProject } from './support/files.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/shapes');

async function chooseFile(page: Page, path: string): Promise<void> {
	await page.keyboard.press('Control+Shift+I');
	await choosePath(page, path);
}

const customers = `customer_id,country\n${Array.from({ length: 30 }, (_, row) => `K${String(row).padStart(3, '0')},DE\n`).join('')}`;
const events = [
	'Kundennummer;Kampagne;Zeitpunkt;Ereignis',
	...Array.from({ length: 30 }, (_, row) =>
		[
			`k${row};Herbst;2026-09-01 08:00;versendet`,
			...(row % 2 ? [`k${row};Herbst;2026-09-01 09:00;geöffnet`] : []),
			...(row % 5 ? [] : [`k${row};Herbst;2026-09-01 09:05;Weiterleitung`]),
		].join('\n'),
	),
	'',
].join('\n');

test('a known export is named, mapped with reasons, and its totals count once per order', async ({
	app: { page, folder },
}) => {
	copyFileSync(join(fixtures, 'shopify-orders.csv'), join(folder, 'orders_export_1.csv'));
	await createProject(page, join(folder, 'client'));
	await chooseFile(page, join(folder, 'orders_export_1.csv'));
	await expect(page.getByText('This is an export of: Shopify orders')).toBeVisible();
	await expect(page.getByRole('radio', { name: /^Orders/ })).toBeChecked();
	await expect(page.getByRole('combobox', { name: 'Customer (required)' })).toHaveValue('Email');
	await expect(page.getByText('Shopify orders has it there. (sure)').first()).toBeVisible();
	await expect(page.getByRole('checkbox', { name: /Revenue is that of the whole order/ })).toBeChecked();
	await expectAccessible(page, '.import');
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page.getByText('79 rows read')).toBeVisible();
});

test('rows of events are put together by what their values mean, and a template remembers it', async ({
	app: { page, folder },
}) => {
	writeFileSync(join(folder, 'versand.csv'), events);
	writeFileSync(join(folder, 'versand-oktober.csv'), events.replaceAll('2026-09', '2026-10'));
	await createProject(page, join(folder, 'client'));
	await chooseFile(page, join(folder, 'versand.csv'));
	await expect(page.getByRole('radio', { name: /^Campaign recipients/ })).toBeChecked();
	await expect(page.getByRole('combobox', { name: 'geöffnet' })).toHaveValue('opened');
	await expect(page.getByRole('combobox', { name: 'Weiterleitung' })).toHaveValue('out');
	await page.getByRole('combobox', { name: 'Weiterleitung' }).selectOption('clicked');
	await expectAccessible(page, '.import');
	await page.getByRole('button', { name: 'Save as template' }).click();
	await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Versand');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByText('The template Versand is saved.')).toBeVisible();

	await chooseFile(page, join(folder, 'versand-oktober.csv'));
	await expect(page.getByRole('combobox', { name: 'Mapping' }).locator('option:checked')).toHaveText(
		'Template Versand',
	);
	await expect(page.getByRole('combobox', { name: 'Weiterleitung' })).toHaveValue('clicked');
	await page.getByRole('combobox', { name: 'Mapping' }).selectOption('Guessed from the file');
	await expect(page.getByRole('combobox', { name: 'Weiterleitung' })).toHaveValue('out');

	await page.getByRole('button', { name: 'Manage templates' }).click();
	await expectAccessible(page, '.templates');
	await page.getByRole('button', { name: 'Rename Versand' }).click();
	await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Versand 2026');
	await page.getByRole('button', { name: 'Rename', exact: true }).click();
	await expect(page.getByRole('rowheader', { name: 'Versand 2026' })).toBeVisible();
	await page.getByRole('button', { name: 'Delete Versand 2026' }).click();
	await page.getByRole('button', { name: 'Delete', exact: true }).click();
	await expect(page.getByText('No mapping templates yet')).toBeVisible();
});

test('the join report shows what does not match and mends keys that are written differently', async ({
	app: { page, folder },
}) => {
	writeFileSync(join(folder, 'customers.csv'), customers);
	const rows = Array.from(
		{ length: 60 },
		(_, row) => `${row + 1},k${String(row % 33).padStart(3, '0')},2026-01-05,9.50`,
	);
	writeFileSync(join(folder, 'orders.csv'), ['order_id,customer_id,order_date,amount', ...rows, ''].join('\n'));
	await createProject(page, join(folder, 'client'));
	for (const name of ['customers', 'orders']) {
		await chooseFile(page, join(folder, `${name}.csv`));
		await page.getByRole('button', { name: 'Import', exact: true }).click();
		await expect(page.getByRole('heading', { name: `${name} is imported` })).toBeVisible();
	}
	await page.keyboard.press('Control+Shift+M');
	await page.getByText(/missing from the customers table/).click();
	const report = page.getByRole('region', { name: 'customers and orders by customer' });
	await expect(report.getByText('0 of 60 rows of orders')).toBeVisible();
	await expect(report.getByText('If capitals did not count, 30 more keys of orders')).toBeVisible();
	await expectAccessible(page, '.joins');
	await report.getByRole('button', { name: 'Compare keys this way' }).click();
	await expect(report.getByText('57 of 60 rows of orders')).toBeVisible();
	await expect(report.getByText('k030')).toBeVisible();
});
