import { expect, type Page } from '@playwright/test';

/** Types a path into the in-app file dialog, confirms, and waits until the dialog has gone. */
export async function choosePath(page: Page, path: string): Promise<void> {
	const typed = page.getByRole('textbox', { name: 'Or type a path' });
	await typed.fill(path);
	await page.getByRole('button', { name: 'Open', exact: true }).click();
	await expect(typed).toBeHidden();
}

/** Creates an empty project from the welcome page. */
export async function createProject(page: Page, path: string): Promise<void> {
	await page.getByRole('button', { name: /New Project/ }).click();
	await page.getByRole('textbox', { name: 'File name' }).fill(path);
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('heading', { name: 'No tables yet' })).toBeVisible();
}
