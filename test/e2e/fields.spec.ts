import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';
import { runCommand } from './support/runCommand.ts';

const ruleOf = (page: Page, name: string) => page.getByRole('textbox', { name: `Rule of ${name}` });
const people = (page: Page, name: string) =>
	page
		.locator('.segment-card')
		.filter({ has: ruleOf(page, name) })
		.locator('.segment-people strong');

async function write(page: Page, box: ReturnType<typeof ruleOf>, text: string): Promise<void> {
	await box.click();
	await page.keyboard.press('Control+A');
	await page.keyboard.type(text);
	await page.keyboard.press('Escape');
}

/** Points at a word until its explanation opens: a card that is being counted may move away under the pointer. */
async function explain(page: Page, rule: ReturnType<typeof ruleOf>, word: string): Promise<void> {
	await expect(async () => {
		await page.mouse.move(0, 0);
		await rule.getByText(word).hover();
		await expect(page.locator('.rule-hover').getByText(word).first()).toBeVisible({ timeout: 2000 });
	}).toPass();
}

test('a custom field is defined, used in a rule, renamed with the rule, and not deleted while it is used', async ({
	app,
}) => {
	const { page } = app;
	await openSample(app);
	await runCommand(page, 'Fields: Add Custom Field');
	const name = page.getByLabel('Name', { exact: true });
	await expect(name).toBeFocused();
	await name.fill('per order');
	await name.press('Enter');
	const expression = page.getByRole('textbox', { name: 'Expression of per order' });
	await write(page, expression, 'revenue / order_cout');
	const detail = page.getByRole('region', { name: 'Selected field' });
	await expect(detail).toContainText('There is no field order_cout');
	await detail.getByRole('button', { name: 'Write order_count' }).click();
	await expect(expression).toHaveText('revenue / order_count');
	await expect(detail).toContainText('Decimal');
	await expect(detail.locator('.histogram rect').first()).toBeVisible();
	await expectAccessible(page, '.fields-view');

	await page.getByRole('tab', { name: 'Segments' }).last().click();
	await write(page, ruleOf(page, 'Champions'), '`per order` > 50 and order_count >= 2');
	await expect
		.poll(async () => Number((await people(page, 'Champions').innerText()).replaceAll(/\D/g, '')))
		.toBeGreaterThan(0);

	await page.getByRole('tab', { name: 'Fields' }).click();
	await detail.getByRole('button', { name: 'Delete per order' }).click();
	await expect(page.getByText('per order is used by “Champions”')).toBeVisible();
	await name.fill('basket');
	await name.press('Enter');
	await page.getByRole('tab', { name: 'Segments' }).last().click();
	await expect(ruleOf(page, 'Champions')).toHaveText('basket > 50 and order_count >= 2');
});

test('a circle of custom fields is told where it closes, and in the Problems panel', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await runCommand(page, 'Fields: Add Custom Field');
	await write(page, page.getByRole('textbox', { name: 'Expression of field_1' }), 'field_2 + 1');
	await runCommand(page, 'Fields: Add Custom Field');
	await write(page, page.getByRole('textbox', { name: 'Expression of field_2' }), 'field_1 * 2');
	const detail = page.getByRole('region', { name: 'Selected field' });
	await expect(detail).toContainText('leads back to itself');
	await page.keyboard.press('Control+Shift+M');
	const problem = page.locator('[data-part="panel"]').getByRole('button', { name: /Custom field “field_1”/ });
	await expect(problem).toContainText('→');
	await problem.click();
	await expect(page.getByRole('textbox', { name: 'Expression of field_1' })).toBeFocused();
});

test('the editor of rules counts values, explains fields and functions, repairs and formats', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	const rule = ruleOf(page, 'Champions');
	await rule.click();
	await page.keyboard.press('Control+A');
	await page.keyboard.type("country = 'D");
	await expect(page.getByRole('option', { name: /'DE'\s*[\d,]+/ })).toBeVisible();
	await page.keyboard.press('Escape');

	await write(page, rule, 'abs(recency_days)<90 AND revenue>10');
	await explain(page, rule, 'recency_days');
	await expect(page.locator('.rule-hover .histogram')).toBeVisible();
	await expect(page.locator('.rule-hover')).toContainText('median');
	await explain(page, rule, 'abs');
	await expect(page.locator('.rule-hover')).toContainText('The number without its sign');
	await page.mouse.move(0, 0);

	await rule.click();
	await page.keyboard.press('Alt+Shift+F');
	await expect(rule).toHaveText('abs(recency_days) < 90 and revenue > 10');
	await write(page, rule, 'recency_dayz < 90');
	await page.keyboard.press('Control+.');
	await expect(rule).toHaveText('recency_days < 90');
});
