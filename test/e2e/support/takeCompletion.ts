import { expect, type Page } from '@playwright/test';

/** CodeMirror gives Enter to the text while its list has been open for less than 75 ms, lest it take what nobody has read. */
const LIST_TAKES_KEYS_AFTER_MS = 100;

/** Takes the selected completion with Enter, once the list takes keys. The name holds the count where the list counts. */
export async function takeCompletion(page: Page, name: RegExp): Promise<void> {
	await expect(page.getByRole('option', { name, selected: true })).toBeVisible();
	await page.waitForTimeout(LIST_TAKES_KEYS_AFTER_MS);
	await expect(page.locator('.cm-tooltip-autocomplete-disabled')).toHaveCount(0);
	await page.keyboard.press('Enter');
}
