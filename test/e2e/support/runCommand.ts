import type { Page } from '@playwright/test';

/** Runs a command by its category and title, through the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
	await page.keyboard.press('Control+Shift+P');
	await page.keyboard.type(title);
	await page.getByRole('dialog').getByRole('option', { name: title }).first().click();
}
