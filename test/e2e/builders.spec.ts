import { expect, test, type App } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';

async function openBuilder(app: App, method: string) {
	const { page } = app;
	await openSample(app);
	await page.keyboard.press('Control+Shift+B');
	const panel = page.locator('.builders');
	await panel.getByRole('radio', { name: method }).click();
	const use = panel.getByRole('button', { name: 'Use these segments' });
	await expect(use).toBeEnabled();
	return { page, panel, use };
}

test('RFM shows what is wrong with the published map, a cell changes hands, and the segments take the place of the old ones', async ({
	app,
}) => {
	const { page, panel, use } = await openBuilder(app, 'RFM');
	await expect(panel).toContainText('39 of the 125 cells are claimed by several segments');
	await expect(panel).toContainText('and 36 by none');
	await expect(panel.getByRole('status')).toContainText('of 20,000 customers; nobody is in two of them.');
	await panel.getByRole('button', { name: 'R5 F5 M1:' }).click();
	await page.getByRole('option', { name: 'Champions' }).click();
	await expect(panel.getByRole('button', { name: 'Take back 1 changed cell', exact: true })).toBeVisible();
	await expectAccessible(page, '.builders');
	await use.click();
	await page.getByRole('option', { name: 'Replace the 7 segments at hand' }).click();
	const names = page.getByRole('textbox', { name: /^Name of segment/ });
	await expect(names).toHaveCount(10);
	await expect(page.getByRole('figure', { name: 'How the customers are split' })).toContainText('20,000 customers');
	await page.getByRole('button', { name: 'Undo' }).first().click();
	await expect(names).toHaveCount(7);
});

test('a grid by an outcome says how it was cut and what that means for its figures', async ({ app }) => {
	const { page, panel } = await openBuilder(app, 'Grid');
	await panel.getByLabel('split into').first().selectOption({ label: 'the best cuts by an outcome' });
	await expect(panel).toContainText('(Fisher 1958)');
	await expect(panel).toContainText('is therefore no finding');
	await panel.getByRole('button', { name: 'Add a variable' }).click();
	await expect(panel.getByRole('table', { name: /.+/ }).first()).toBeVisible();
	await expectAccessible(page, '.builders');
});

test('a score becomes a custom field and tiers behind the segments at hand', async ({ app }) => {
	const { page, panel, use } = await openBuilder(app, 'Weighted score');
	await panel.getByLabel('Weight of revenue').fill('8');
	await panel.getByLabel('Weight of revenue').press('Enter');
	await expect(panel.getByRole('status')).toContainText('3 segments hold 20,000 of 20,000 customers');
	await expectAccessible(page, '.builders');
	await use.click();
	await page.getByRole('option', { name: /^Keep the 7 segments/ }).click();
	await expect(page.getByRole('textbox', { name: /^Name of segment/ })).toHaveCount(10);
	await expect(page.getByRole('figure', { name: 'How the customers are split' })).toContainText('20,000 customers');
});
