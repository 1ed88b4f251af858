import { expect, test, type App } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

async function openScorecard(app: App) {
	const { page } = app;
	await openSample(app);
	await page.keyboard.press('Control+Shift+S');
	const grid = page.getByRole('grid', { name: 'Scorecard' });
	await expect(grid).toBeVisible();
	return grid;
}

test('every segment and all customers stand against the metrics, and an edit of a rule shows at once', async ({
	app,
}) => {
	const { page } = app;
	const grid = await openScorecard(app);
	await expect(grid.getByRole('rowheader')).toHaveText([
		'Champions',
		'New customers',
		'Loyal buyers',
		'Big spenders slipping away',
		'Dormant',
		'Occasional buyers',
		'One order only',
		'Everyone else',
		'All customers',
	]);
	await expect(grid.getByRole('columnheader')).toHaveCount(17);
	const cell = grid.getByRole('gridcell', { name: /^Segment size of Champions/ });
	const before = await cell.innerText();
	await page.keyboard.press('Control+Shift+K');
	await page.getByRole('textbox', { name: 'Rule of Champions' }).click();
	await page.keyboard.press('Control+A');
	await page.keyboard.type('order_count >= 2');
	await expect.poll(() => cell.innerText()).not.toBe(before);
});

test('a click on a heading sorts, and the whole base stays last', async ({ app }) => {
	const grid = await openScorecard(app);
	const heading = grid.getByRole('columnheader', { name: /Revenue per member/ });
	await heading.click();
	await expect(heading).toHaveAttribute('aria-sort', 'descending');
	const values = async () => {
		const texts = await grid
			.getByRole('gridcell', { name: /^Revenue per member of/ })
			.locator('.cell-value')
			.allInnerTexts();
		return texts.map((text) => Number(text.replaceAll(/[^\d.]/g, '')));
	};
	const sorted = (await values()).slice(0, -1);
	expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
	await expect(grid.getByRole('rowheader').last()).toHaveText('All customers');
});

test('the arrow keys walk the grid, the line below reads the cell, and Enter shows everything behind it', async ({
	app,
}) => {
	const { page } = app;
	const grid = await openScorecard(app);
	await grid.getByRole('gridcell', { name: /^Conversion rate of Champions/ }).focus();
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('.scorecard-sentence')).toContainText('Conversion rate of New customers');
	await page.keyboard.press('Enter');
	const card = page.getByRole('article', { name: 'Conversion rate of New customers' });
	await expect(card).toContainText('What it rests on');
	await expect(card).toContainText('than in the rest');
});

test('the diluted baseline is named, and the control baseline compares the arms', async ({ app }) => {
	const { page } = app;
	const grid = await openScorecard(app);
	await page.getByLabel('Compare with').selectOption({ label: 'Everyone (diluted)' });
	await expect(page.locator('.warning-strip')).toContainText('differences look smaller than they are');
	await page.getByLabel('Compare with').selectOption({ label: 'Control group' });
	await expect(page.locator('.warning-strip')).not.toContainText('differences look smaller than they are');
	await expect(grid.getByRole('gridcell', { name: /^Conversion rate of Dormant.*for treatment/ })).toBeVisible();
});

test('columns can be chosen, and the grid can be copied as CSV', async ({ app }) => {
	const { page } = app;
	const grid = await openScorecard(app);
	await page.locator('.metric-chooser summary').click();
	await page.getByRole('checkbox', { name: 'Open rate' }).uncheck();
	await expect(grid.getByRole('columnheader', { name: 'Open rate' })).toHaveCount(0);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Copy as CSV' }).click();
	await expect(page.getByText('The scorecard was copied.')).toBeVisible();
	const [head, first] = (await page.evaluate(() => navigator.clipboard.readText())).split('\r\n');
	expect(head).toMatch(/^Segment,Segment size,Penetration,Reachable share,/);
	expect(head).not.toContain('Open rate');
	expect(first).toMatch(/^Champions,\d+,0\.\d+/);
});

test('axe finds nothing serious', async ({ app }) => {
	const { page } = app;
	await openScorecard(app);
	await expectAccessible(page, '.scorecard');
});
