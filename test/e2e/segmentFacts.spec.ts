import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';

const caption = (page: Page) => page.getByRole('figure', { name: 'How the customers are split' });

async function people(page: Page): Promise<number> {
	const counts = await page
		.locator('.segments-list, .segment-card-remainder')
		.locator('.segment-people strong')
		.allInnerTexts();
	return counts.reduce((sum, count) => sum + Number(count.replaceAll(/\D/g, '')), 0);
}

test('excluded customers are counted by name and leave the segments, and come back with undo', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	const all = await people(page);
	await page.getByRole('button', { name: 'Exclude…' }).click();
	await page.keyboard.type('Colleagues');
	await page.keyboard.press('Enter');
	await page.getByRole('textbox', { name: 'Rule of Colleagues' }).click();
	await page.keyboard.type("loyalty_tier = 'gold'");
	await page.keyboard.press('Escape');
	await expect(caption(page)).toContainText(/excluded \(Colleagues [1-9]/);
	const excluded = Number((await page.locator('.exclusion .segment-people strong').innerText()).replaceAll(/\D/g, ''));
	expect(await people(page)).toBe(all - excluded);
	await expect(page.locator('.warning-strip')).toContainText(`(Colleagues ${excluded.toLocaleString('en')})`);
	await expectAccessible(page, '.segments-editor');
	await page.getByRole('button', { name: /^All excluded customers: / }).click();
	const list = page.getByRole('grid', { name: 'Excluded customers' });
	await expect(list).toHaveAttribute('aria-rowcount', String(excluded + 1));
	await expect(list.getByRole('gridcell', { name: 'Colleagues' }).first()).toBeVisible();
	await page.getByRole('tab', { name: 'Segments' }).last().click();
	await page.getByRole('button', { name: 'Delete exclusion Colleagues' }).click();
	await expect.poll(() => people(page)).toBe(all);
	await page.getByRole('button', { name: 'Undo' }).first().click();
	await expect.poll(() => people(page)).toBe(all - excluded);
});

test('a segment says what was agreed and how it stands, and a warning leads to the remedy', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await page.getByRole('button', { name: 'Facts and checks of Champions' }).click();
	const champions = page.locator('[data-segment]').filter({ has: page.locator('[title="Champions"]') });
	await expect(champions.locator('.check')).toHaveCount(6);
	await expect(champions.locator('.check').first()).toContainText(/Sizeable.*people/);
	await expectAccessible(page, '.segment-details-body');
	await page.getByRole('button', { name: 'Make Champions a priority' }).click();
	await page.getByRole('button', { name: 'Colour of Champions' }).click();
	await page.getByRole('button', { name: 'Purple' }).click();
	await expect(champions).toHaveCSS('border-left-color', /rgb\((171, 97, 165|210, 145, 204)\)/);
	await page.getByRole('tab', { name: 'Segments' }).first().click();
	await expect(page.locator('.segments-view-buckets')).toContainText('1 priority segment');

	await page.keyboard.press('Control+Shift+M');
	const panel = page.locator('[data-part="panel"]');
	await panel.getByRole('button', { name: 'Name the owner' }).click();
	await expect(champions.getByLabel('Owner')).toBeFocused();
	await page.keyboard.type('Ada');
	await page.keyboard.press('Tab');
	await expect(champions.locator('.segment-details-agreed')).toContainText('Ada');

	const doubt = panel.locator('.panel-problem').filter({ hasText: /have no action/ });
	await doubt.getByRole('button', { name: 'Put this warning aside' }).click();
	await expect(doubt).toHaveCount(0);
	await panel.getByRole('button', { name: 'Show them again' }).click();
	await expect(doubt).toHaveCount(1);
});
