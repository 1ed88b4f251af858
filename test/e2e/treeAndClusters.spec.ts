import { expect, test, type App } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';

async function openBuilder(app: App, title: string) {
	const { page } = app;
	await openSample(app);
	await page.keyboard.press('Control+Shift+B');
	await page.getByRole('radio', { name: new RegExp(`^${title}`) }).click();
	return page.getByRole('region', { name: title, exact: true });
}

test('a tree on conversions shows its nodes with figures of the holdout, and its leaves become the segments', async ({
	app,
}) => {
	const { page } = app;
	const panel = await openBuilder(app, 'Decision tree');
	const tree = panel.getByRole('region', { name: 'Table of the tree' });
	await expect(tree.getByRole('row', { name: /All customers/ })).toContainText('20,000');
	await expect(tree.getByRole('row', { name: /consent email no/ })).toContainText('leaf');
	await expect(panel.getByRole('status')).toContainText('nobody is in two of them');
	await expect(panel).toContainText('Figures come from a holdout of 30 %');
	await expectAccessible(page, '.builder-panel');
	await panel.getByRole('button', { name: 'Use these segments' }).click();
	await page.getByRole('option', { name: /Replace the 7 segments/ }).click();
	await expect(page.getByRole('figure', { name: 'How the customers are split' })).toContainText('20,000 customers');
	await expect(page.getByText('Consent email no').first()).toBeVisible();
});

test('fields made of the outcome are marked and left out, and warned of when they are chosen all the same', async ({
	app,
}) => {
	const panel = await openBuilder(app, 'Decision tree');
	await panel.getByText('Fields that rules may use').click();
	const clicks = panel.getByRole('listitem').filter({ hasText: /^clicks/ });
	await expect(clicks.getByRole('checkbox')).not.toBeChecked();
	await expect(clicks).toContainText('counted from the same campaign rows as conversions');
	await clicks.getByRole('checkbox').check();
	await expect(panel.locator('.builder-note-warning').filter({ hasText: 'clicks is counted from' })).toBeVisible();
});

test('an outcome that cannot be read says where, and CHAID tells what it splits by with its p value', async ({
	app,
}) => {
	const panel = await openBuilder(app, 'Decision tree');
	const rule = panel.getByLabel('Counts as yes when');
	await rule.fill('order_count >');
	await rule.press('Enter');
	await expect(panel.getByRole('alert')).toContainText('The rule of the outcome cannot be read');
	await rule.fill('order_count >= 3');
	await rule.press('Enter');
	await panel.getByLabel('Method').selectOption({ label: 'CHAID: as many parts as differ' });
	await expect(panel.getByRole('region', { name: 'Table of the tree' })).toContainText('p < 0.0001');
});

test('clusters show how far apart they are, what their customers are like and how well rules describe them', async ({
	app,
}) => {
	const { page } = app;
	const panel = await openBuilder(app, 'Clusters');
	await expect(panel.getByRole('heading', { name: /clusters stand apart best/ })).toBeVisible({ timeout: 60_000 });
	await panel.getByRole('combobox', { name: 'Clusters' }).selectOption('3');
	const profiles = panel.getByRole('region', { name: 'Table of the clusters' });
	await expect(profiles.locator('tbody tr')).toHaveCount(3);
	await expect(panel).toContainText(/The rules put \d+(\.\d+)?\s% of the customers where the clusters have them/);
	await expectAccessible(page, '.builder-panel');
	await panel.getByRole('button', { name: 'Use these segments' }).click();
	await page.getByRole('option', { name: /Replace the 7 segments/ }).click();
	await expect(page.getByRole('textbox', { name: 'Name of the remainder' })).toHaveValue('Values missing');
});
