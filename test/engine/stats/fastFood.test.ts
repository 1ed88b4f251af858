import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { meanEstimate } from '../../../engine/stats/meanEstimate.ts';
import { meanX } from '../../../engine/stats/meanX.ts';
import { oneWayAnova } from '../../../engine/stats/oneWayAnova.ts';
import { welch } from '../../../engine/stats/welch.ts';
import { statisticsOf } from './statisticsOf.ts';

const file = new URL('../../../../shared/data/fast-food-promotion/WA_Marketing-Campaign.csv', import.meta.url);
const isPresent = existsSync(file);
if (!isPresent) {
	console.info('Skipping the fast-food promotion: ../shared/data/fast-food-promotion is absent.');
}

test.skipIf(!isPresent)('the fast-food promotion gives its published figures', () => {
	const sales = Map.groupBy(readShops(), ({ promotion }) => promotion);
	const groups = ['1', '2', '3'].map((promotion) =>
		statisticsOf(
			(sales.get(promotion) ?? []).map(({ amount }) => amount),
			undefined,
			50,
		),
	);
	const compare = (first: number, second: number) =>
		welch(meanEstimate(groups[first] ?? statisticsOf([])), meanEstimate(groups[second] ?? statisticsOf([])), 0.95);
	expect({
		n: groups.map(({ n }) => n),
		means: groups.map((group) => meanX(group)?.toFixed(4)),
		f: oneWayAnova(groups)?.f?.toFixed(4),
		t12: compare(0, 1)?.t?.toFixed(4),
		p13: compare(0, 2)?.p?.toFixed(4),
		p23: compare(1, 2)?.p?.toExponential(2),
	}).toEqual({
		n: [172, 188, 188],
		means: ['58.0990', '47.3294', '55.3645'],
		f: '21.9535',
		t12: '6.4275',
		p13: '0.1206',
		p23: '1.57e-6',
	});
});

test.skipIf(!isPresent)('on shop means, the independent units, the evidence is far weaker', () => {
	const shops = [...Map.groupBy(readShops(), ({ shop }) => shop).values()];
	const means = shops.map((weeks) => ({
		promotion: weeks[0]?.promotion,
		mean: weeks.reduce((sum, { amount }) => sum + amount, 0) / weeks.length,
	}));
	const groups = [...Map.groupBy(means, ({ promotion }) => promotion).values()].map((group) =>
		statisticsOf(
			group.map(({ mean }) => mean),
			undefined,
			50,
		),
	);
	const { f, p } = oneWayAnova(groups) ?? {};
	expect([groups.reduce((sum, { n }) => sum + n, 0), f?.toFixed(3), p?.toFixed(4)]).toEqual([137, '5.846', '0.0037']);
});

function readShops(): readonly { readonly shop: string; readonly promotion: string; readonly amount: number }[] {
	const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
	return lines.map((line) => {
		const [, , shop = '', , promotion = '', , amount] = line.split(',');
		return { shop, promotion, amount: Number(amount) };
	});
}
