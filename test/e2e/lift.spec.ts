import { expect, test, type App } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { openSample } from './support/openSample.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

async function openLift(app: App) {
	const { page } = app;
	await openSample(app);
	await page.keyboard.press('Control+Shift+L');
	const [lift, gains] = [page.locator('.chart-frame').nth(0), page.locator('.chart-frame').nth(1)];
	await expect(lift.locator('svg')).toBeVisible();
	return { lift, gains };
}

test('the chart finds what is planted in the sample: new customers respond, dormant ones are driven away, champions do not care', async ({
	app,
}) => {
	const { lift } = await openLift(app);
	await expect(lift.locator('.chart-sentence')).toContainText('Conversion lift is -');
	await expect(lift.locator('.chart-sentence')).toContainText('beyond chance');
	await lift.getByRole('button', { name: 'Show as table' }).click();
	const rowOf = (name: string) => lift.getByRole('row').filter({ hasText: name });
	await expect(rowOf('New customers')).toContainText('Differs beyond chance');
	await expect(rowOf('Dormant')).toContainText('Differs beyond chance');
	await expect(rowOf('Champions')).toContainText('Could be chance');
});

test('segments are ranked, each with its name and figure in the drawing', async ({ app }) => {
	const { lift } = await openLift(app);
	await lift.getByLabel('Metric').selectOption({ label: 'Revenue per member' });
	await expect(lift.locator('svg')).toContainText('Champions');
	await lift.getByRole('button', { name: 'Show as table' }).click();
	const texts = await lift.locator('tbody tr td:nth-child(4)').allInnerTexts();
	const values = texts.map((text) => Number(text.replaceAll(/[^\d.-]/g, '')));
	expect(values.length).toBe(8);
	expect(values).toEqual(values.toSorted((a, b) => b - a));
	await lift.getByRole('button', { name: 'Show as chart' }).click();
	await expect(lift.locator('svg')).toBeVisible();
});

test('a click on a segment shows everything behind its figure', async ({ app }) => {
	const { page } = app;
	const { lift } = await openLift(app);
	await lift.locator('svg').click({ position: { x: 200, y: 72 } });
	await expect(page.getByRole('article')).toContainText('Treatment');
	await expect(page.getByRole('article')).toContainText('Control');
});

test('the gains curve says what the best segments hold, as curve and as table', async ({ app }) => {
	const { gains } = await openLift(app);
	await expect(gains.locator('.chart-sentence')).toContainText('times the average');
	await gains.getByRole('button', { name: 'Show as table' }).click();
	const last = await gains.locator('tbody tr').last().locator('td').allInnerTexts();
	expect(last.slice(1, 4).map((text) => text.replace(/\s/, ' '))).toEqual(['100.0 %', '100.0 %', '1.00']);
});

test('a chart can be copied as SVG, as a picture and as CSV', async ({ app }) => {
	const { page } = app;
	const { lift } = await openLift(app);
	const read = () => page.evaluate(() => navigator.clipboard.readText());
	await lift.getByRole('button', { name: 'Copy as SVG' }).click();
	await expect.poll(read).toMatch(/^<svg[\s\S]*Champions[\s\S]*<\/svg>$/);
	await lift.getByRole('button', { name: 'Copy as CSV' }).click();
	await expect.poll(read).toMatch(/^Segment,n,Relative lift|^Segment,n,Value/);
	await lift.getByRole('button', { name: 'Copy as picture' }).click();
	await expect
		.poll(() => page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => [...item.types])))
		.toContain('image/png');
});

test('axe finds nothing serious', async ({ app }) => {
	const { page } = app;
	await openLift(app);
	await expectAccessible(page, '.lift-view');
});
