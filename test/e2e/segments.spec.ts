import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';
import { takeCompletion } from './support/takeCompletion.ts';

const card = (page: Page, name: string) =>
	page.locator('.segment-card').filter({ has: page.locator(`[title="${name}"]`) });
const ruleOf = (page: Page, name: string) => page.getByRole('textbox', { name: `Rule of ${name}` });

async function peopleOf(page: Page, name: string): Promise<number> {
	return Number((await card(page, name).locator('.segment-people strong').innerText()).replaceAll(/\D/g, ''));
}

async function names(page: Page): Promise<readonly string[]> {
	return page
		.locator('.segments-list .segment-name')
		.evaluateAll((inputs) => inputs.map((input) => (input instanceof HTMLInputElement ? input.value : '')));
}

async function writeRule(page: Page, name: string, rule: string): Promise<void> {
	await ruleOf(page, name).click();
	await page.keyboard.press('Control+A');
	await page.keyboard.type(rule);
	await page.keyboard.press('Escape');
}

test('segments and remainder add up to all customers, also after an edit', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	const total = async () => {
		const counts = await page.locator('.segment-people strong').allInnerTexts();
		return counts.reduce((sum, count) => sum + Number(count.replaceAll(/\D/g, '')), 0);
	};
	const caption = await page.getByRole('figure', { name: 'How the customers are split' }).innerText();
	const customers = Number(/([\d,]+) customers/.exec(caption)?.[1]?.replaceAll(',', ''));
	expect(customers).toBeGreaterThan(10_000);
	expect(await total()).toBe(customers);

	const before = await peopleOf(page, 'Champions');
	await writeRule(page, 'Champions', 'order_count >= 5');
	await expect.poll(() => peopleOf(page, 'Champions')).toBeGreaterThan(before);
	expect(await total()).toBe(customers);
});

test('typing completes fields and values of the data', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await ruleOf(page, 'Champions').click();
	await page.keyboard.press('Control+A');
	await page.keyboard.type('loyalty_t');
	await takeCompletion(page, /loyalty_tier/);
	await page.keyboard.type(" = 'go");
	await takeCompletion(page, /'gold'.*\d/);
	await expect(ruleOf(page, 'Champions')).toHaveText("loyalty_tier = 'gold'");
	await expect.poll(() => peopleOf(page, 'Champions')).toBeGreaterThan(0);
});

test('a mistake is said with line and column and the nearest name, and the Problems panel leads to it', async ({
	app,
}) => {
	const { page } = app;
	await openSample(app);
	await writeRule(page, 'Dormant', 'recency_dayz > 365');
	const message = card(page, 'Dormant').getByRole('button', { name: /^Line 1, column 1 .*recency_days/ });
	await expect(message).toContainText('1:1');
	await expect.poll(() => peopleOf(page, 'Dormant')).toBe(0);

	await page.keyboard.press('Control+Shift+M');
	await page
		.locator('[data-part="panel"]')
		.getByRole('button', { name: /recency_dayz/ })
		.click();
	await expect(ruleOf(page, 'Dormant')).toBeFocused();
	await page.keyboard.type('recency_days');
	await expect(ruleOf(page, 'Dormant')).toHaveText('recency_days > 365');
	await expect(message).toHaveCount(0);
	await expect.poll(() => peopleOf(page, 'Dormant')).toBeGreaterThan(0);
});

test('segments are added, named, moved by keyboard, copied, deleted, and all of it undone', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	const original = await names(page);
	await page.getByRole('button', { name: 'Add segment' }).click();
	await page.keyboard.type('Referred', { delay: 30 });
	await page.keyboard.press('Enter');
	await expect.poll(async () => (await names(page)).at(-1)).toBe('Referred');
	await page.keyboard.press('Alt+ArrowUp');
	await expect.poll(async () => (await names(page)).at(-2)).toBe('Referred');
	await page.getByRole('button', { name: 'Duplicate Referred' }).click();
	await expect.poll(async () => (await names(page)).at(-2)).toBe('Referred copy');
	await page.getByRole('button', { name: 'Delete Referred copy' }).click();
	await expect.poll(() => names(page)).not.toContain('Referred copy');
	await page.locator('.funnel').click();
	// Added, named, moved, copied, deleted: a name that was typed is one step.
	for (let step = 0; step < 5; step++) {
		await page.keyboard.press('Control+Z');
		await page.waitForTimeout(150);
	}
	await expect.poll(() => names(page)).toEqual(original);
});

test('undo in a rule takes back typing first, then changes of the project', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await page.getByRole('button', { name: 'Duplicate Dormant' }).click();
	await expect.poll(() => names(page)).toContain('Dormant copy');
	await ruleOf(page, 'Dormant copy').click();
	await page.keyboard.press('End');
	await page.keyboard.type(' and true');
	const text = () => ruleOf(page, 'Dormant copy').innerText();
	for (let step = 0; step < 9 && (await text()) !== 'recency_days > 365'; step++) {
		await page.keyboard.press('Control+Z');
	}
	expect(await text()).toBe('recency_days > 365');
	expect(await names(page)).toContain('Dormant copy');
	await page.waitForTimeout(800);
	for (let step = 0; step < 6 && (await names(page)).includes('Dormant copy'); step++) {
		await page.keyboard.press('Control+Z');
		await page.waitForTimeout(150);
	}
	expect(await names(page)).not.toContain('Dormant copy');
});

test('a version is kept with its reason and can be restored', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await page.getByLabel('Name of the remainder').fill('Undecided');
	await page.getByLabel('Name of the remainder').press('Tab');
	await page.locator('.segments-toolbar').getByRole('button', { name: 'Save version' }).click();
	await page.getByLabel('Reason for this version').fill('Agreed with sales');
	await page.getByRole('dialog').getByRole('button', { name: 'Save version' }).click();
	await page.getByRole('tab', { name: 'Versions' }).first().click();
	const versions = page.getByRole('region', { name: 'Versions' });
	await expect(versions).toContainText('Agreed with sales');
	await page.getByRole('button', { name: 'Delete Dormant' }).click();
	await expect(versions).toContainText('Changed since the last saved version');
	await versions
		.getByRole('button', { name: /Restore the version/ })
		.first()
		.click();
	await expect.poll(() => names(page)).toContain('Dormant');
});

test('the segments can be used without a mouse and by screen readers', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await expectAccessible(page, '.segments-editor');
	await page.getByRole('tab', { name: 'Segments' }).first().click();
	await expectAccessible(page, '.segments-view');
	await page.getByRole('option', { name: /Champions/ }).focus();
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('option', { name: /New customers/ })).toBeFocused();
});
