import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { orderTable, recipientTable } from '../frame/eventRows.ts';
import { analyzeRows, numberOf, segmentationOf, tierAttribute } from './analyzeRows.ts';

const data = new URL('../../../../shared/data/', import.meta.url);

/** Empty where the file is absent: the body of a skipped suite runs all the same. */
function cellsOf(file: string): readonly (readonly string[])[] {
	if (!existsSync(new URL(file, data))) {
		console.info(`Skipping what needs ../shared/data/${file}: it is absent.`);
		return [];
	}
	const lines = readFileSync(new URL(file, data), 'utf8').trim().split(/\r?\n/);
	return lines.slice(1).map((line) => line.split(','));
}

const cdnow = 'cdnow/cdnow_transactions.csv';
const fastFood = 'fast-food-promotion/WA_Marketing-Campaign.csv';
const toDay = (date: string) => Date.parse(date) / 86_400_000;

describe.skipIf(!existsSync(new URL(cdnow, data)))(
	'on the CDNOW transactions (skipped where the data folder is absent)',
	() => {
		const rows = cellsOf(cdnow);
		const ids = [...new Set(rows.map(([customer]) => customer!))];
		const orders = rows.map(([customer, , date, , amount]) => ({
			customer: ids.indexOf(customer!),
			order: null,
			day: toDay(date!),
			revenue: Math.round(Number(amount) * 100),
			cost: null,
		}));
		const input = { customers: ids.length, orders: orderTable(orders, ids.length, ['date', 'revenue']) };

		it('gives the published counts and sums', () => {
			const found = analyzeRows({ ...input, asOfDay: toDay('1998-07-01') }, segmentationOf({ repeat: 'is_repeat' }));
			const value = (metric: string) => numberOf(found, metric, null).value;
			expect([found.asOf, found.customers, value('revenue')]).toEqual(['1998-07-01', 2357, 244_091.94]);
			expect(numberOf(found, 'aov', null)).toMatchObject({ numerator: 244_091.94, denominator: 6919 });
			expect(value('aov')).toBeCloseTo(35.27849978320567, 12);
			const repeat = numberOf(found, 'revenue', 'repeat').value ?? 0;
			const once = numberOf(found, 'revenue', 'remainder').value ?? 0;
			expect(Math.round((repeat + once) * 100)).toBe(24_409_194);
		});

		it('counts only the first 39 weeks as of their end', () => {
			const found = analyzeRows({ ...input, asOfDay: toDay('1997-09-30') }, segmentationOf({}));
			const until = orders.filter(({ day }) => day <= toDay('1997-09-30'));
			expect(numberOf(found, 'aov', null)).toMatchObject({
				numerator: until.reduce((sum, { revenue }) => sum + revenue, 0) / 100,
				denominator: until.length,
			});
		});
	},
);

describe.skipIf(!existsSync(new URL(fastFood, data)))(
	'on the fast-food promotions (skipped where the data folder is absent)',
	() => {
		const rows = cellsOf(fastFood).filter(([, , , , promotion]) => promotion !== '3');
		const sales = rows.map(([, , , , promotion, , amount], customer) => ({
			customer,
			day: null,
			arm: promotion === '1' ? 'mailed' : 'holdout',
			delivered: null,
			opened: null,
			clicked: null,
			convertedMs: null,
			revenue: Math.round(Number(amount) * 100),
		}));
		const recipients = recipientTable(sales, rows.length, ['arm', 'revenue']);
		const attributes = tierAttribute(rows.map(([, size]) => size!));

		it('gives the Welch intervals of R for the two promotions, overall and by market size', () => {
			const found = analyzeRows(
				{ customers: rows.length, recipients, attributes },
				segmentationOf({ large: "tier = 'Large'", medium: "tier = 'Medium'" }),
			);
			// t.test(SalesInThousands ~ Promotion) on promotions 1 and 2, R 4.2.2
			const golden = [
				[null, 172, 188, 58.0990116279 - 47.3294148936, 7.47409255162, 14.065100917, 4.29036871799e-10],
				['large', 56, 64, 14.9138616071, 9.25823653089, 20.5694866834, 7.82044708515e-7],
				['medium', 96, 108, 8.55825231481, 6.22838561182, 10.8881190178, 9.07277649025e-12],
				['remainder', 20, 16, 9.351875, 5.54902347246, 13.1547265275, 2.17920110498e-5],
			] as const;
			for (const [segment, treated, control, value, low, high, p] of golden) {
				const record = numberOf(found, 'irpr', segment);
				expect(record).toMatchObject({
					value: expect.closeTo(value, 8) as number,
					interval: { low: expect.closeTo(low, 8) as number, high: expect.closeTo(high, 8) as number },
					arms: { treatment: { n: treated }, control: { n: control } },
				});
				expect((record.p ?? 0) / p).toBeCloseTo(1, 8);
			}
		});
	},
);
