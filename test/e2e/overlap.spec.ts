import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';

async function openOverlap(page: Page): Promise<void> {
	await page.keyboard.press('Control+Shift+X');
	await expect(page.getByRole('grid', { name: 'Pairs of rules' })).toBeVisible();
	await expect(page.locator('.overlap-sentence')).toContainText('are proved disjoint');
}

const cell = (page: Page, sentence: RegExp) => page.getByRole('gridcell', { name: sentence }).first();
const contested = async (page: Page) =>
	Number(
		/^([\d,]+) customers/.exec(await page.locator('.overlap-sentence').innerText())?.[1]?.replaceAll(',', '') ?? 0,
	);

test('pairs are proved or shown with a customer, and their customers are listed', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await openOverlap(page);
	await expect(cell(page, /^Champions and Dormant: proved disjoint/)).toBeVisible();
	await cell(page, /^Champions and Loyal buyers: [\d,]+ customers, .* match both/).click();
	const panel = page.locator('.overlap-panel');
	await expect(panel).toContainText(/Customer \d+ of your data/);
	await expect(panel).toContainText('order_count');
	await cell(page, /^Champions and New customers: nobody in the data matches both, but somebody could/).click();
	await expect(panel).toContainText('Possible, though nobody in the data');
	await expectAccessible(page, '.overlap');
	await cell(page, /^Champions and Loyal buyers/).focus();
	await page.keyboard.press('Enter');
	const shared = Number(/([\d,]+) customers/.exec(await panel.innerText())?.[1]?.replaceAll(',', ''));
	await page.getByRole('button', { name: 'Show these customers' }).click();
	const rows = page.getByRole('grid', { name: 'Champions and Loyal buyers' });
	await expect(rows).toHaveAttribute('aria-rowcount', String(shared + 1));
});

test('a repair shows its effect before it is done, and is undone', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await openOverlap(page);
	const before = await contested(page);
	expect(before).toBeGreaterThan(1000);
	await page.getByRole('button', { name: /^Take earlier rules out of later ones/ }).click();
	await expect(page.locator('.overlap-effect')).toContainText(
		'Nobody changes segment. 0 customers in more than one rule',
	);
	await expect(page.locator('.overlap-rule').first()).toContainText('coalesce(');
	await page.getByRole('button', { name: 'Take earlier rules out of later ones', exact: true }).click();
	await expect(page.locator('.overlap-sentence')).toContainText('No customer matches more than one rule.');
	await expect(page.locator('.overlap-sentence')).toContainText(/All \d+ pairs of rules are proved disjoint/);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(() => contested(page)).toBe(before);
});

test('rules that must not overlap are not saved while they do; the way to the repairs stands beside it', async ({
	app,
}) => {
	const { page } = app;
	await openSample(app);
	await page.getByLabel('A customer goes to').selectOption({ label: 'Rules must not overlap' });
	await page.locator('.segments-toolbar').getByRole('button', { name: 'Save version' }).click();
	await page.getByLabel('Reason for this version').fill('Agreed');
	await page.getByRole('dialog').getByRole('button', { name: 'Save version' }).click();
	const refusal = page
		.getByText(/The version was not saved\. Segments “.*” and “.*” overlap: [\d,]+ customers match/)
		.first();
	await expect(refusal).toBeVisible();
	await page.getByRole('button', { name: 'Show overlap and repairs' }).click();
	await expect(page.getByRole('heading', { name: 'What can be done' })).toBeVisible();
});
