import { readFileSync } from 'node:fs';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';
import { runCommand } from './support/runCommand.ts';

test('the palette finds a command, runs it, and gives the focus back on Escape', async ({ app: { page } }) => {
	await page.getByRole('button', { name: /New Project/ }).focus();
	await page.keyboard.press('F1');
	await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
	await expect(page.getByRole('combobox')).toBeFocused();
	await expectAccessible(page, 'dialog');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: /New Project/ })).toBeFocused();
	await page.keyboard.press('Control+Shift+P');
	await page.keyboard.type('about');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Tranche', exact: true })).toBeVisible();
	await expect(page.getByText('CC BY 4.0')).toBeVisible();
});

test('quick open goes to a table and to a view', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await page.keyboard.press('Control+P');
	await page.keyboard.type('recipients');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('grid', { name: 'Rows of recipients' })).toBeVisible();
	await page.keyboard.press('Control+P');
	await page.keyboard.type('dormant');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('textbox', { name: 'Rule of Dormant' })).toBeInViewport();
	await page.keyboard.press('Control+P');
	await page.keyboard.type('history');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('tabpanel', { name: 'History' })).toBeVisible();
});

test('the menu bar works by keyboard', async ({ app: { page } }) => {
	await page.getByRole('menuitem', { name: 'File' }).focus();
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('menuitem', { name: /New Project/ })).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('menu', { name: 'File' })).toBeHidden();
	await page.keyboard.press('Escape');
	await page.getByRole('menuitem', { name: 'View' }).click();
	await page.getByRole('menuitemcheckbox', { name: /Side Bar/ }).click();
	await expect(page.getByRole('complementary')).toBeHidden();
});

test('F6 goes round the parts of the window', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await page.keyboard.press('Control+J');
	await page.getByRole('tab', { name: 'Tables' }).focus();
	const seen: string[] = [];
	for (let step = 0; step < 6; step++) {
		await page.keyboard.press('F6');
		seen.push(
			await page.evaluate(() => document.activeElement?.closest('[data-part]')?.getAttribute('data-part') ?? 'none'),
		);
	}
	expect(seen.sort()).toEqual(['activity', 'editors', 'panel', 'sidebar', 'status', 'title']);
});

test('theme and layout are remembered over a reload', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await runCommand(page, 'View: Choose Theme…');
	await page.getByRole('option', { name: 'Dark' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.getByRole('button', { name: /^orders/ }).click();
	await expect(page.getByRole('tab', { name: 'orders' })).toBeVisible();
	await page.keyboard.press('Control+J');
	await page.waitForTimeout(1200);
	await page.reload();
	await expect(page.getByRole('tab', { name: 'orders' })).toBeVisible();
	await expect(page.getByRole('tab', { name: 'Segments' }).first()).toBeVisible();
	await expect(page.getByRole('tabpanel', { name: 'Problems' })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a change of the baseline is undone and redone by keys', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	const status = page.getByRole('contentinfo', { name: 'Status bar' });
	await status.getByRole('button', { name: 'Baseline: Rest' }).click();
	await page
		.getByRole('dialog')
		.getByRole('option', { name: /Everyone/ })
		.click();
	await expect(status.getByRole('button', { name: 'Baseline: Everyone' })).toBeVisible();
	await page.getByRole('tab', { name: 'Tables' }).focus();
	await page.keyboard.press('Control+Z');
	await expect(status.getByRole('button', { name: 'Baseline: Rest' })).toBeVisible();
	await page.keyboard.press('Control+Shift+Z');
	await expect(status.getByRole('button', { name: 'Baseline: Everyone' })).toBeVisible();
	await runCommand(page, 'View: History');
	await expect(page.getByRole('list', { name: 'Changes, newest first' }).getByRole('listitem').first()).toBeVisible();
});

test('a setting that cannot be read says so and is not taken over', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await page.keyboard.press('Control+,');
	const currency = page.getByRole('textbox', { name: 'Currency' });
	await currency.fill('euros');
	await currency.press('Enter');
	await expect(page.getByText('Enter the three letters of a currency, such as EUR.')).toBeVisible();
	await currency.fill('eur');
	await currency.press('Enter');
	await expect(currency).toHaveValue('EUR');
	await page.getByRole('spinbutton', { name: 'Smallest segment' }).fill('1');
	await expect(page.getByText('Enter a whole number of at least 2.')).toBeVisible();
});

test('the shortcuts page lists every key of the registry and finds one', async ({ app: { page } }) => {
	await expect(page.getByRole('heading', { name: 'Tranche', exact: true })).toBeVisible();
	await page.keyboard.press('Control+/');
	await page.getByRole('textbox', { name: 'Find a command or a key' }).fill('ctrl+shift+p');
	await expect(page.getByRole('row', { name: /Command Palette/ })).toBeVisible();
	await expect(page.getByRole('row')).toHaveCount(2);
});

test('when the engine dies the page says so and goes on', async ({ app }) => {
	const { page, host } = app;
	test.skip(process.platform !== 'linux', 'Finds the engine process through /proc.');
	await openSample(app);
	const children = readFileSync(`/proc/${host.pid}/task/${host.pid}/children`, 'utf8').trim().split(' ');
	process.kill(Number(children[0]), 'SIGKILL');
	await expect(page.getByText('The engine stopped unexpectedly and was started again.')).toBeVisible();
	await page.getByRole('button', { name: /^orders/ }).click();
	await expect(page.getByRole('grid', { name: 'Rows of orders' })).toBeVisible();
});

test('when the engine is gone for good, one notice says so, and what is on the screen stays', async ({ app }) => {
	const { page, host } = app;
	await openSample(app);
	host.kill();
	const notice = page.getByRole('dialog', { name: 'The engine has stopped' });
	await expect(notice).toContainText('start it again and use the address that it prints');
	await expectAccessible(page, 'dialog');
	await notice.getByRole('button', { name: 'Try again' }).click();
	await expect(notice).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(notice).toBeHidden();
	await expect(page.getByRole('figure', { name: 'How the customers are split' })).toBeVisible();
	// A call that nobody waits for must not become an error of the page; the fixture fails the test if it does.
	await page.getByRole('button', { name: /^orders/ }).click();
	await page.getByRole('button', { name: 'The engine has stopped' }).click();
	await expect(notice).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
	test(`nothing serious keeps anyone out in the ${theme} theme, at 1024 by 700 too`, async ({ app }) => {
		const { page } = app;
		await page.emulateMedia({ colorScheme: theme });
		await expectAccessible(page, 'body');
		await openSample(app);
		await page.setViewportSize({ width: 1024, height: 700 });
		await page.keyboard.press('Control+J');
		await expectAccessible(page, 'body');
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(overflow).toBe(0);
	});
}
