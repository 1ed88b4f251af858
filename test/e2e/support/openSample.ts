import { expect, type Page } from '@playwright/test';

/** Opens the sample project from the welcome page and waits until its segments are counted. */
export async function openSample(page: Page): Promise<void> {
	await page.getByRole('button', { name: /Open the Sample Project/ }).click();
	await expect(page.getByRole('figure', { name: 'How the customers are split' })).toContainText(/[\d,]+ customers/, {
		timeout: 45_000,
	});
}

/** Runs a command by its title, through the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
	await page.keyboard.press('Control+Shift+P');
	await page.keyboard.type(title);
	await page.getByRole('option', { name: title }).first().click();
}
