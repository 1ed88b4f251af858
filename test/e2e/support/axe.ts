import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails on what axe calls serious or critical within the part of the page. */
export async function expectAccessible(page: Page, selector: string): Promise<void> {
	await expect(page.locator(selector)).toBeVisible();
	const { violations } = await new AxeBuilder({ page }).include(selector).analyze();
	const grave = violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
	expect(grave).toEqual([]);
}
