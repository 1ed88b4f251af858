import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/app.ts';
import { choosePath, createProject } from './support/files.ts';
import { openSample } from './support/openSample.ts';

test('the first page says what Tranche does, that nothing leaves the computer, and how to begin', async ({
	app: { page },
}) => {
	await expect(page.getByRole('heading', { name: 'Tranche', exact: true })).toBeVisible();
	await expect(page.getByText('Nothing leaves this computer.')).toBeVisible();
	for (const name of [/New Project/, /Open Project/, /Open the Sample Project/]) {
		await expect(page.getByRole('button', { name })).toBeEnabled();
	}
	await expect(page.getByText('Projects that you open are listed here.')).toBeVisible();
});

test('the sample opens with one click, with its progress on the screen, and is then among the recent ones', async ({
	app: { page },
}) => {
	await page.getByRole('button', { name: /Open the Sample Project/ }).click();
	await expect(page.getByRole('progressbar', { name: 'Opening the sample project' })).toBeVisible();
	await expect(page.getByRole('list', { name: 'Tables of the project' }).getByRole('listitem')).toHaveCount(4, {
		timeout: 120_000,
	});
	await page.getByRole('menuitem', { name: 'File' }).click();
	await page.getByRole('menuitem', { name: 'Close Project' }).click();
	await expect(page.getByRole('heading', { name: 'No project is open' })).toBeVisible();
	const recent = page.getByRole('button', { name: /^Sample/ });
	await expect(recent).toBeVisible();
	await recent.click();
	await expect(page.getByRole('button', { name: /^orders/ })).toBeVisible();
});

test('a new project is one file, begins empty, and leads to the import', async ({ app: { page, folder } }) => {
	await createProject(page, join(folder, 'northwind'));
	await expect(page.getByRole('heading', { name: 'Import customers, orders and campaign recipients' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
	await expect(page.getByRole('button', { name: 'northwind', exact: true })).toBeVisible();
});

test('a file that is no project is refused in a sentence, and nothing else changes', async ({
	app: { page, folder },
}) => {
	const path = join(folder, 'letter.tranche');
	writeFileSync(path, 'Dear Anna, here are the exports.');
	await page.getByRole('button', { name: /Open Project/ }).click();
	await choosePath(page, path);
	await expect(page.getByRole('alert').filter({ hasText: 'letter.tranche' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'No project is open' })).toBeVisible();
});

test('the file dialog goes through folders by keyboard and shows only what can be opened', async ({
	app: { page, folder },
}) => {
	writeFileSync(join(folder, 'notes.md'), 'not a project');
	mkdirSync(join(folder, 'clients'));
	writeFileSync(join(folder, 'clients/northwind.tranche'), 'looks like one by its name');
	await page.getByRole('button', { name: /Open Project/ }).click();
	const list = page.getByRole('listbox', { name: 'Files and folders' });
	await expect(list.getByRole('option', { name: /^clients/ })).toBeVisible();
	await expect(list.getByRole('option', { name: /notes/ })).toBeHidden();
	await list.focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('Enter');
	await expect(list.getByRole('option', { name: /northwind/ })).toBeVisible();
	await page.keyboard.press('Backspace');
	await expect(list.getByRole('option', { name: /^clients/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
});

test('a sample that is open already opens again', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await page.keyboard.press('F1');
	await page.keyboard.type('open the sample');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: /^orders/ })).toBeVisible();
	await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
});
