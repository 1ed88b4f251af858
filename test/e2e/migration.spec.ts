import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';

test('who moved is counted between any two dates, and a click lists them', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await page.keyboard.press('Control+Shift+H');
	const matrix = page.getByRole('grid', { name: 'From segment to segment' });
	const stayed = matrix.getByRole('gridcell', {
		name: /^Champions to Champions: [\d,]+ customers, revenue .* of the row/,
	});
	await expect(stayed).toBeVisible();
	await expect(page.locator('.migration-sentence')).toContainText(
		/^Of [\d,]+ customers on .* had moved by .*PSI \d\.\d{3}/,
	);
	await expect(page.getByRole('list', { name: 'Findings' })).toContainText('only as of the export');
	await expect(page.locator('.migration canvas, .migration svg').first()).toBeVisible();
	await expectAccessible(page, '.migration');
	const people = Number(
		/: ([\d,]+) customers/.exec((await stayed.getAttribute('aria-label')) ?? '')?.[1]?.replaceAll(',', ''),
	);
	await stayed.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('grid', { name: 'Champions → Champions' })).toHaveAttribute(
		'aria-rowcount',
		String(people + 1),
	);
});

test('other dates are chosen by days or by hand, and dates before the data are explained', async ({ app }) => {
	const { page } = app;
	await openSample(app);
	await page.keyboard.press('Control+Shift+H');
	const sentence = page.locator('.migration-sentence');
	await expect(sentence).toContainText('in the 90 days up to');
	await page.getByLabel('Days between').selectOption('365');
	await expect(sentence).toContainText('in the 365 days up to');
	await page.getByLabel('Show', { exact: true }).selectOption({ index: 2 });
	await expect(page.getByRole('grid', { name: 'From segment to segment' })).toContainText('€');
	await page.getByLabel('From', { exact: true }).fill('2001-01-01');
	await expect(page.locator('.migration').getByRole('alert')).toContainText(
		/Nothing had happened by 2001-01-01\. The first order is of/,
	);
	await page.getByLabel('Days between').selectOption('30');
	await expect(sentence).toContainText('in the 30 days up to');
});
