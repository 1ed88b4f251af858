import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';

test('an example runs, a mistake is marked, an endless query is cancelled, and the history has them', async ({
	app,
}) => {
	const { page } = app;
	await openSample(app);
	await page.keyboard.press('Control+Shift+U');
	await page.getByRole('button', { name: 'Customers of each segment' }).click();
	const grid = page.getByRole('grid', { name: 'Result' });
	await expect(grid.getByRole('gridcell', { name: 'Champions' })).toBeVisible();
	await expect(page.locator('.sql-note')).toHaveText(/^\d+ rows in/);
	await expectAccessible(page, '.sql-console');

	const editor = page.getByRole('textbox', { name: 'SQL' });
	await editor.fill('select 1;\nselect nope from orders');
	await editor.press('Control+End');
	await editor.press('Control+Enter');
	await expect(page.locator('.sql-refusal')).toContainText('Line 2, column 8: There is no column "nope"');
	await expect(page.locator('.cm-lintRange-error')).toHaveText('nope');

	await editor.fill('with c(x) as (select 1 union all select x + 1 from c) select count(*) from c');
	await editor.press('Control+Enter');
	const cancel = page.getByRole('button', { name: 'Cancel' });
	await cancel.click();
	await expect(cancel).toBeHidden();

	await page.getByRole('button', { name: 'History', exact: true }).last().click();
	await expect(page.locator('.sql-history-entry')).toHaveCount(2);
	await page.locator('.sql-history-entry').last().click();
	await expect(editor).toContainText('SELECT s.segment');
});
