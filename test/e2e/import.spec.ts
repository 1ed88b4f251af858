import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { choosePath, createProject } from './support/files.ts';

const orders = [
	'order_id;Kundennummer;Datum;Betrag;Wareneinsatz',
	'1;100;2024-01-05;10.50;4.00',
	'2;100;2024-02-06;20.00;8.00',
	'3;101;2024-02-30;5.00;1.00',
	'4;102;2024-03-01;30.25;12.00',
	'5;103;2024-03-02;7.00;five',
].join('\n');

/** Enough good rows that a bad one is a bad row and not another type. */
function manyOrders(): string {
	const good = Array.from({ length: 300 }, (_, row) => `${row + 10};${200 + (row % 50)};2024-01-05;10.50;4.00`);
	return [orders, ...good, ''].join('\n');
}

async function chooseFile(page: Page, path: string): Promise<void> {
	// Until an import has ended no other begins.
	await expect(page.getByRole('button', { name: 'Import Files…' }).first()).toBeEnabled();
	await page.keyboard.press('Control+Shift+I');
	await choosePath(page, path);
}

test('a file is looked into, corrected and imported, and every row is accounted for', async ({
	app: { page, folder },
}) => {
	const path = join(folder, 'bestellungen.csv');
	writeFileSync(path, manyOrders());
	await createProject(page, join(folder, 'client'));
	await chooseFile(page, path);

	await expect(page.getByRole('combobox', { name: 'Separated by' })).toHaveValue(';');
	await expect(page.getByRole('radio', { name: /Orders/ })).toBeChecked();
	await expect(page.getByRole('combobox', { name: 'Customer (required)' })).toHaveValue('Kundennummer');
	await expect(page.getByRole('combobox', { name: 'Cost of goods' })).toHaveValue('Wareneinsatz');
	await page.getByRole('combobox', { name: 'Type of Datum' }).selectOption('date');
	await page.getByRole('combobox', { name: 'Type of Wareneinsatz' }).selectOption('decimal');
	await expect(page.getByRole('cell', { name: 'five (cannot be read)' })).toBeVisible();
	await page.getByRole('textbox', { name: 'Table name' }).fill('orders');
	await page.getByRole('textbox', { name: 'Table name' }).press('Enter');
	await expectAccessible(page, '.import');

	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'orders is imported' })).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: 'rows read' })).toHaveText(
		'305 rows read = 303 loaded + 2 quarantined',
	);
	await page.getByRole('button', { name: 'Show 2 quarantined rows' }).click();
	const quarantined = page.getByRole('tabpanel', { name: 'Quarantine' }).getByRole('row');
	await expect(quarantined).toHaveCount(3);
	await expect(quarantined.nth(1)).toContainText('3;101;2024-02-30;5.00;1.00');
	await expect(quarantined.nth(2)).toContainText('5;103;2024-03-02;7.00;five');
});

test('without the column of the customer there is no import, and the screen says why', async ({
	app: { page, folder },
}) => {
	const path = join(folder, 'weather.csv');
	writeFileSync(path, 'day,degrees\n2024-01-01,4.5\n2024-01-02,5\n');
	await createProject(page, join(folder, 'client'));
	await chooseFile(page, path);
	await page.getByRole('combobox', { name: 'Customer (required)' }).selectOption('');
	await expect(page.getByText('Choose the column for: customer.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
});

test('several files are imported with one button, customers first', async ({ app: { page, folder } }) => {
	writeFileSync(
		join(folder, 'orders.csv'),
		'order_id,customer_id,order_date,amount\n1,1,2024-01-01,5\n2,9,2024-01-02,6\n',
	);
	writeFileSync(join(folder, 'customers.csv'), 'customer_id,city\n1,Bern\n2,Wien\n');
	await createProject(page, join(folder, 'client'));
	await chooseFile(page, join(folder, 'orders.csv'));
	await chooseFile(page, join(folder, 'customers.csv'));
	await page.getByRole('button', { name: 'Import all 2 files' }).click();
	const tables = page.getByRole('list', { name: 'Tables of the project' });
	await expect(tables.getByRole('button', { name: /^orders/ })).toBeVisible();
	await expect(tables.getByRole('button', { name: /^customers/ })).toBeVisible();
	await expect(page.getByRole('contentinfo').getByRole('button', { name: '2 customers' })).toBeVisible();
});

test('files that cannot be read are refused in a sentence and can be taken off the list', async ({
	app: { page, folder },
}) => {
	writeFileSync(join(folder, 'empty.csv'), '');
	writeFileSync(join(folder, 'binary.csv'), Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0, 7]));
	await createProject(page, join(folder, 'client'));
	for (const name of ['empty.csv', 'binary.csv', 'missing.csv']) {
		await chooseFile(page, join(folder, name));
		await expect(page.getByRole('alert').filter({ hasText: name })).toBeVisible();
		await page.getByRole('button', { name: 'Take off the list' }).click();
	}
	await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
});

test('treatment and control are recognised and can be set by hand', async ({ app: { page, folder } }) => {
	const rows = Array.from({ length: 40 }, (_, row) => `${row},${['mail', 'holdout', 'pilot'][row % 3]},${row % 2}`);
	writeFileSync(join(folder, 'recipients.csv'), ['customer_id,group,converted', ...rows, ''].join('\n'));
	await createProject(page, join(folder, 'client'));
	await chooseFile(page, join(folder, 'recipients.csv'));
	await page.getByRole('radio', { name: /Campaign recipients/ }).check();
	await page.getByRole('combobox', { name: 'Arm' }).selectOption('group');
	await page.getByRole('combobox', { name: 'mail', exact: true }).selectOption('treatment');
	await page.getByRole('combobox', { name: 'holdout', exact: true }).selectOption('control');
	await expect(page.getByRole('combobox', { name: 'pilot', exact: true })).toHaveValue('out');
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page.getByText('40 rows read')).toBeVisible();
});

test('an import can be cancelled, and leaves no table', async ({ app: { page, folder } }) => {
	// Some seconds of reading: a smaller file is imported before anybody can cancel.
	const rows = Array.from({ length: 200_000 }, (_, row) => `${row},${row % 9999},2024-01-05,10.50\n`).join('');
	writeFileSync(join(folder, 'big.csv'), 'order_id,customer_id,order_date,amount\n');
	for (let part = 0; part < 50; part++) {
		appendFileSync(join(folder, 'big.csv'), rows);
	}
	await createProject(page, join(folder, 'client'));
	await chooseFile(page, join(folder, 'big.csv'));
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeEnabled();
	await expect(page.getByRole('heading', { name: 'No tables yet' })).toBeVisible();
});

test('a newer export takes the place of the table of its kind, and undo brings the older one back', async ({
	app: { page, folder },
}) => {
	const header = 'order_id,customer_id,order_date,amount';
	writeFileSync(join(folder, 'orders-may.csv'), `${header}\n1,1,2024-05-01,5\n`);
	writeFileSync(join(folder, 'orders-june.csv'), `${header}\n1,1,2024-05-01,5\n2,2,2024-06-02,6\n`);
	await createProject(page, join(folder, 'client'));
	const tables = page.getByRole('list', { name: 'Tables of the project' });
	await chooseFile(page, join(folder, 'orders-may.csv'));
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(tables.getByRole('button', { name: /^orders-may/ })).toBeVisible();

	await chooseFile(page, join(folder, 'orders-june.csv'));
	await expect(page.getByText('Takes the place of orders-may (1 row). Undo brings it back.')).toBeVisible();
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(tables.getByRole('button', { name: /^orders-june/ })).toBeVisible();
	await expect(tables.getByRole('button', { name: /^orders-may/ })).toBeHidden();
	await page.getByRole('button', { name: 'Take off the list' }).click();
	await page.keyboard.press('Control+Z');
	await expect(tables.getByRole('button', { name: /^orders-may/ })).toBeVisible();
});

test('files that would be the same table are told before anything is imported, and nothing of them is lost', async ({
	app: { page, folder },
}) => {
	const header = 'order_id,customer_id,order_date,amount';
	writeFileSync(join(folder, 'orders.csv'), `${header}\n1,1,2024-05-01,5\n`);
	writeFileSync(join(folder, 'purchases.csv'), `${header}\n2,2,2024-06-02,6\n`);
	writeFileSync(
		join(folder, 'web-orders.csv'),
		'order_id,order_date,customer_id,amount,channel\n3,2024-07-01,3,7,web\n',
	);
	await createProject(page, join(folder, 'client'));
	for (const name of ['orders.csv', 'purchases.csv', 'web-orders.csv']) {
		await chooseFile(page, join(folder, name));
		await page.getByRole('radio', { name: /^Orders/ }).check();
	}
	const notice = page.getByRole('region', { name: 'Files of the same kind' });
	await expect(notice).toContainText(
		'3 files are to be the table of orders, and a project has one. orders.csv is imported; the others wait here until you decide:',
	);
	await expect(notice).toContainText('web-orders.csv has other columns.');
	await expectAccessible(page, '.import');
	await notice.getByRole('button', { name: 'Append to orders.csv' }).click();
	await expect(notice).toContainText('2 files are to be the table of orders');
	await notice.getByRole('button', { name: 'Keep as other table' }).click();
	await expect(notice).toBeHidden();
	await page.getByRole('button', { name: 'Import all 2 files' }).click();
	const tables = page.getByRole('list', { name: 'Tables of the project' });
	await expect(tables.getByRole('button', { name: /^web-orders.*Other table/ })).toBeVisible();
	await expect(tables.getByRole('button', { name: /2.*Orders from orders.csv/ })).toBeVisible();

	writeFileSync(join(folder, 'people.csv'), 'customer_id,city\n1,Bern\n2,Wien\n');
	writeFileSync(join(folder, 'orders-june.csv'), `${header}\n4,1,2024-06-01,5\n`);
	for (const name of ['people.csv', 'orders-june.csv']) {
		await chooseFile(page, join(folder, name));
	}
	await page.getByRole('tab', { name: 'people.csv' }).click();
	await expect(notice).toHaveText('orders-june.csv takes the place of orders (2 rows). Undo brings it back.');
});
