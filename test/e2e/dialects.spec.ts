import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { choosePath, createProject } from './support/files.ts';

const report = [
	'Bestellungen 2025;;;;',
	'',
	'Kunde;Datum;Betrag;Aktiv;Changed date',
	'1;01/02/2025;1.234,50 €;ja;35431',
	'2;03/04/2025;-12,00 €;nein;35448',
	'3;05/06/2025;-;ja;35450',
	'Summe;;1.222,50 €;;',
	'',
].join('\n');

test('what is uncertain in a file is asked, and every answer changes the rows at once', async ({
	app: { page, folder },
}) => {
	const path = join(folder, 'bericht.csv');
	writeFileSync(path, report);
	await createProject(page, join(folder, 'client'));
	await page.keyboard.press('Control+Shift+I');
	await choosePath(page, path);

	await expect(page.getByRole('spinbutton', { name: 'Lines before the table' })).toHaveValue('2');
	await expect(page.getByRole('spinbutton', { name: 'Lines after it' })).toHaveValue('1');
	await page.getByText('How this was told').click();
	await expect(page.getByText('Summe;;1.222,50 €;;', { exact: true })).toBeVisible();
	const rows = page.getByRole('region', { name: 'Rows of the file' });
	await expect(rows.getByRole('cell', { name: '1234.5' })).toBeVisible();
	await expect(rows.getByRole('cell', { name: '(cannot be read)' })).toHaveCount(0);

	await rows.getByRole('button', { name: 'Month first' }).click();
	await expect(rows.getByRole('cell', { name: '2025-01-02' })).toBeVisible();
	await rows.getByRole('button', { name: 'Plain numbers (35431)' }).click();
	await expect(rows.getByRole('cell', { name: '35431' })).toBeVisible();
	await expect(rows.getByRole('button', { name: 'Day first' })).toHaveCount(0);
	await expectAccessible(page, '.import');

	await page.getByRole('spinbutton', { name: 'Lines after it' }).fill('0');
	await page.getByRole('spinbutton', { name: 'Lines after it' }).press('Enter');
	await expect(rows.getByRole('cell', { name: 'Summe' })).toBeVisible();
});
