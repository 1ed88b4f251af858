import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/app.ts';
import { choosePath } from './support/files.ts';
import { openSample } from './support/openSample.ts';
import { runCommand } from './support/runCommand.ts';

test('a version is compared with the segments as they are: rules, and who moves', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await runCommand(page, 'Segments: Save Version…');
	await page.getByLabel('Reason for this version').fill('Agreed with sales');
	await page.getByRole('dialog').getByRole('button', { name: 'Save version' }).click();
	await page.getByRole('button', { name: 'Delete Dormant' }).click();
	await page.getByRole('tab', { name: 'Versions' }).first().click();
	const versions = page.getByRole('region', { name: 'Versions' });
	await expect(versions).toContainText('Changed since the last saved version');
	await versions.getByRole('button', { name: 'What changed?' }).click();
	const people = page.getByRole('region', { name: 'People moved' });
	await expect(people).toContainText(
		/[\d,]+ of [\d,]+ customers \([\d.]+\s%\) are in another segment, with revenue of/,
	);
	await expect(people).toContainText('from “Dormant” to “');
	await expect(people.getByRole('columnheader', { name: 'Dormant' })).toHaveCount(0);
	await expect(people.getByRole('rowheader', { name: 'Dormant' })).toHaveCount(1);
	const removed = page.locator('.entry-removed');
	await expect(removed).toContainText('Dormant');
	await expect(removed.locator('.entry-rule')).toContainText('recency_days > 365');
	await expectAccessible(page, '.version');
	await expectAccessible(page, '.versions');
	await versions.getByRole('button', { name: /^Agreed with sales/ }).click();
	await page.locator('.version-header').getByRole('button', { name: 'Restore' }).click();
	await expect(versions).toContainText('The segments are as in the newest version');
});

test('segments go to a JSON file and come back, and what the project lacks is told before', async ({ app }) => {
	const { page, folder } = app;
	await openSample(app);
	await runCommand(page, 'Segments: Export Segments as JSON…');
	const path = join(folder, 'agreed.json');
	await page.getByRole('textbox', { name: 'File name' }).fill(path);
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByText(`segments written to ${path}`).first()).toBeVisible();
	const file = JSON.parse(readFileSync(path, 'utf8'));
	expect(file).toMatchObject({ format: 'tranche.segmentation', version: 1, mode: 'waterfall' });

	writeFileSync(path, JSON.stringify({ segments: [{ id: 'vip', name: 'Gold', rule: "membership_level = 'gold'" }] }));
	await runCommand(page, 'Segments: Import Segments from JSON…');
	await choosePath(page, path);
	const question = page.getByRole('dialog');
	await expect(question).toContainText('This project lacks 1 field that the rules name: membership_level.');
	await question.getByRole('button', { name: 'Import all the same' }).click();
	await expect(page.getByText('1 segment imported.').first()).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).first().click();
	await expect(page.getByRole('button', { name: 'Delete Dormant' })).toBeVisible();
});

test('the segments are copied as SQL, in the dialect of one’s choice', async ({ app }) => {
	const { page } = app;
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await openSample(app);
	await runCommand(page, 'Segments: Copy Segments as SQL…');
	await page
		.getByRole('dialog')
		.getByRole('option', { name: /SQLite/ })
		.click();
	await expect(page.getByText('The SQL was copied.').first()).toBeVisible();
	const sql = await page.evaluate(() => navigator.clipboard.readText());
	expect(sql).toMatch(
		/CASE\n\t\tWHEN [^]*THEN 'dormant' -- Dormant\n[^]*\t\tELSE 'remainder' -- [^]*FROM `customers_frame`;/,
	);
});
