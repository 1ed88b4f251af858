import { expect, test, type App } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';

async function openOrders(app: App) {
	const { page } = app;
	await openSample(app);
	await page.getByRole('button', { name: /^orders/ }).click();
	const grid = page.getByRole('grid', { name: 'Rows of orders' });
	await expect(grid.getByRole('row').nth(5)).toBeVisible();
	return grid;
}

test('a table of many rows keeps few of them on the page, and the keyboard reaches the last', async ({ app }) => {
	const { page } = app;
	const grid = await openOrders(app);
	const rows = Number(await grid.getAttribute('aria-rowcount')) - 1;
	expect(rows).toBeGreaterThan(50_000);
	expect(await grid.getByRole('row').count()).toBeLessThan(80);
	await grid.focus();
	await page.keyboard.press('Control+End');
	await expect(grid.locator(`[aria-rowindex="${rows + 1}"]`)).toBeVisible();
	await expect(grid.locator(`[aria-rowindex="${rows + 1}"] [role=gridcell]`).first()).not.toBeEmpty();
	const columns = Number(await grid.getAttribute('aria-colcount')) - 1;
	await expect(grid).toHaveAttribute('aria-activedescendant', `cell-${rows - 1}-${columns - 1}`);
	await page.keyboard.press('Control+Home');
	await expect(grid.locator('[aria-rowindex="2"]')).toBeVisible();
	await expectAccessible(page, '.table-viewer');
});

test('the wheel moves by rows', async ({ app }) => {
	const { page } = app;
	const grid = await openOrders(app);
	await grid.hover();
	await page.mouse.wheel(0, 240);
	await expect(grid.locator('[aria-rowindex="12"]')).toBeVisible();
	await expect(grid.locator('[aria-rowindex="2"]')).toHaveCount(0);
});

test('a click on a header sorts the whole table, and the keyboard does too', async ({ app }) => {
	const { page } = app;
	const grid = await openOrders(app);
	const header = grid.getByRole('columnheader', { name: 'revenue' });
	const top = async () => {
		const column = Number(await header.getAttribute('aria-colindex'));
		return grid.locator(`[aria-rowindex="2"] [aria-colindex="${column}"]`).textContent();
	};
	const asStored = await top();
	await header.click();
	await expect(header).toHaveAttribute('aria-sort', 'ascending');
	await expect.poll(async () => Number(await top())).toBeLessThan(Number(asStored));
	const smallest = Number(await top());
	await header.click();
	await expect(header).toHaveAttribute('aria-sort', 'descending');
	await expect.poll(async () => Number(await top())).toBeGreaterThan(Number(asStored));
	await expectAccessible(page, '.table-viewer');
	await header.click();
	await expect(header).toHaveAttribute('aria-sort', 'none');
	await expect.poll(top).toBe(asStored);
	await grid.focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Alt+ArrowUp');
	await expect(grid.locator('[aria-sort=ascending]')).toHaveCount(1);
	await page.keyboard.press('Alt+ArrowUp');
	await expect(grid.locator('[aria-sort=ascending]')).toHaveCount(0);
	expect(smallest).toBeLessThan(Number(asStored));
});

test('columns, their ranges and the quarantine are shown', async ({ app }) => {
	const { page } = app;
	await openOrders(app);
	await page.getByRole('tab', { name: /^Columns/ }).click();
	await expect(page.getByRole('row', { name: /order_date/ })).toContainText('Date');
	await page.getByRole('tab', { name: /^Quarantine/ }).click();
	const line = page.getByRole('tabpanel', { name: 'Quarantine' }).getByRole('row').nth(1);
	await expect(line).toContainText(/\d/);
	await expect(page.getByText(/rows read = .* loaded \+ \d+ quarantined/)).toBeVisible();
});

test('a table is removed after a question, and undo brings it back', async ({ app }) => {
	const { page } = app;
	await openOrders(app);
	await page.getByRole('button', { name: 'Remove orders' }).click();
	const dialog = page.getByRole('dialog', { name: 'Remove orders?' });
	await expectAccessible(page, 'dialog');
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByRole('button', { name: /^orders/ })).toBeVisible();
	await page.getByRole('button', { name: 'Remove orders' }).click();
	await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
	await expect(page.getByRole('button', { name: /^orders/ })).toBeHidden();
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(page.getByRole('button', { name: /^orders/ })).toBeVisible();
});

test('what a column means can be changed afterwards, and the figures follow', async ({ app }) => {
	const { page } = app;
	await openOrders(app);
	await page.getByRole('tab', { name: 'Meaning' }).click();
	const cost = page.getByRole('combobox', { name: 'Cost of goods' });
	const column = await cost.inputValue();
	expect(column).not.toBe('');
	await cost.selectOption('');
	await page.getByRole('button', { name: 'Apply' }).click();
	await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
	await page.getByRole('tab', { name: 'Tables' }).focus();
	await page.keyboard.press('Control+Z');
	await expect(cost).toHaveValue(column);
});

test('all customers are shown with their fields', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await page.getByRole('button', { name: /^All customers/ }).click();
	const grid = page.getByRole('grid', { name: 'Customers' });
	await expect(grid.getByRole('row').nth(5)).toBeVisible();
	expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(10_000);
	await expect(grid.getByRole('columnheader').nth(1)).toBeVisible();
});
