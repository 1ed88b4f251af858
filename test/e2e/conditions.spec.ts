import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';

const card = (page: Page, name: string) =>
	page.locator('.segment-card').filter({ has: page.locator(`[title="${name}"]`) });
const ruleOf = (page: Page, name: string) => page.getByRole('textbox', { name: `Rule of ${name}` });
const options = (page: Page) => page.getByRole('dialog').getByRole('option');
const conditionsOf = (page: Page, name: string) => page.getByRole('group', { name: `Conditions of ${name}` });

async function showAs(page: Page, name: string, face: 'text' | 'conditions'): Promise<void> {
	await page.getByRole('button', { name: `Show the rule of ${name} as ${face}` }).click();
}

async function writeRule(page: Page, name: string, rule: string): Promise<void> {
	await ruleOf(page, name).click();
	await page.keyboard.press('Control+A');
	await page.keyboard.insertText(rule);
}

async function addCondition(page: Page, group: Locator, field: string): Promise<void> {
	await group.getByRole('button', { name: 'Add a condition' }).first().click();
	await page.keyboard.type(field);
	await expect(options(page).first()).toContainText(field);
	await page.keyboard.press('Enter');
}

async function peopleOf(page: Page, name: string): Promise<number> {
	return Number((await card(page, name).locator('.segment-people strong').innerText()).replaceAll(/\D/g, ''));
}

test('a nested rule is built with pickers, read as text, edited as text, and read as conditions again', async ({
	app,
}) => {
	const { page } = app;
	await openSample(app);
	await writeRule(page, 'Dormant', 'recency_days > 365 -- a year');
	await showAs(page, 'Dormant', 'conditions');
	const conditions = conditionsOf(page, 'Dormant');
	await conditions.getByRole('button', { name: 'Group' }).click();
	const group = conditions.getByRole('group', { name: 'Any of, group 2' });
	await addCondition(page, group, 'country');
	await group.getByRole('button', { name: 'Choose values of country' }).click();
	await page.keyboard.type('d');
	await expect(options(page).first()).toHaveText(/^DE[\d,]+$/);
	await options(page).first().click();
	await page.keyboard.press('Escape');
	await addCondition(page, group, 'first_order_date');
	await group.getByRole('combobox', { name: /kind of date/ }).selectOption('-');
	await group.getByRole('textbox', { name: /how long/ }).fill('2');
	await group.getByRole('combobox', { name: /unit/ }).selectOption('years');
	await expect(group.getByRole('group', { name: 'condition 2.1' }).locator('.condition-count')).toHaveText(/[\d,]+/);

	await showAs(page, 'Dormant', 'text');
	await expect(ruleOf(page, 'Dormant')).toHaveText(
		"recency_days > 365 and (country in ('DE') or first_order_date >= asof - 2 years)",
	);

	await writeRule(page, 'Dormant', "not (recency_days <= 365 or lower(country) = 'at') -- kept");
	await showAs(page, 'Dormant', 'conditions');
	await expect(conditions.getByRole('combobox', { name: 'How the conditions of the rule are joined' })).toHaveValue(
		'none',
	);
	await expect(conditions.getByRole('textbox', { name: 'Condition as text' })).toHaveText("lower(country) = 'at'");
	await conditions.getByRole('textbox', { name: 'recency_days: value' }).fill('400');
	await showAs(page, 'Dormant', 'text');
	await expect(ruleOf(page, 'Dormant')).toHaveText("not (recency_days <= 400 or lower(country) = 'at') -- kept");
});

test('a threshold is dragged, and moved by keyboard; the counts follow', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await writeRule(page, 'Champions', 'recency_days <= 30 and order_count >= 2');
	await showAs(page, 'Champions', 'conditions');
	const conditions = conditionsOf(page, 'Champions');
	const slider = conditions.getByRole('slider', { name: 'recency_days: value' });
	const exact = conditions.getByRole('textbox', { name: 'recency_days: value' });
	await expect(exact).toHaveValue('30');
	const before = await peopleOf(page, 'Champions');
	const at = (await slider.boundingBox())!;
	await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
	await page.mouse.down();
	await page.mouse.move(at.x + 60, at.y + 10, { steps: 12 });
	await page.mouse.up();
	await expect.poll(async () => Number(await exact.inputValue())).toBeGreaterThan(60);
	await expect.poll(() => peopleOf(page, 'Champions')).toBeGreaterThan(before);

	await expect(slider).toBeFocused();
	const dragged = Number(await exact.inputValue());
	await page.keyboard.press('ArrowRight');
	await expect.poll(async () => Number(await exact.inputValue())).toBeGreaterThan(dragged);
	await showAs(page, 'Champions', 'text');
	await expect(ruleOf(page, 'Champions')).toHaveText(/^recency_days <= \d+ and order_count >= 2$/);
});

test('conditions are moved and turned round by keyboard, and can be used by screen readers', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await writeRule(page, 'Dormant', 'recency_days > 365 and (order_count = 1 or revenue < 50)');
	await showAs(page, 'Dormant', 'conditions');
	const conditions = conditionsOf(page, 'Dormant');
	await conditions.getByRole('button', { name: 'Move condition 1 with the arrow keys' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(conditions.getByRole('button', { name: 'Move condition 1.1 with the arrow keys' })).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(conditions.getByRole('button', { name: 'Move condition 1.2 with the arrow keys' })).toBeFocused();
	await conditions.getByRole('button', { name: 'Turn into the opposite: condition 1.1' }).click();
	await expectAccessible(page, '.conditions');
	await showAs(page, 'Dormant', 'text');
	await expect(ruleOf(page, 'Dormant')).toHaveText('order_count != 1 or recency_days > 365 or revenue < 50');
});

test('a text that cannot be read stays a text, and says why', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await writeRule(page, 'Dormant', 'recency_days > ');
	await showAs(page, 'Dormant', 'conditions');
	await expect(card(page, 'Dormant').getByRole('status')).toContainText('cannot be shown as conditions');
	await expect(ruleOf(page, 'Dormant')).toBeVisible();
	await writeRule(page, 'Dormant', 'recency_days > 400');
	await expect(card(page, 'Dormant').getByRole('status')).toHaveCount(0);
	await showAs(page, 'Dormant', 'conditions');
	await expect(conditionsOf(page, 'Dormant')).toBeVisible();
});
