import { expect, test } from 'vitest';
import { fieller } from '../../../engine/stats/fieller.ts';
import { meanEstimate } from '../../../engine/stats/meanEstimate.ts';
import { meanInterval } from '../../../engine/stats/meanInterval.ts';
import { ratioOfSums } from '../../../engine/stats/ratioOfSums.ts';
import { shareOfTotal } from '../../../engine/stats/shareOfTotal.ts';
import { tInterval } from '../../../engine/stats/tInterval.ts';
import { welch } from '../../../engine/stats/welch.ts';
import { type RandomDraws, randomDraws } from './randomDraws.ts';
import { statisticsOf } from './statisticsOf.ts';

/** Share of runs that hold. With 2,000 runs its standard error at .95 is .005. */
function shareOfRuns(runs: number, seed: number, holds: (draws: RandomDraws) => boolean): number {
	const draws = randomDraws(seed);
	let held = 0;
	for (let run = 0; run < runs; run++) {
		held += holds(draws) ? 1 : 0;
	}
	return held / runs;
}

const list = (n: number, draw: () => number): readonly number[] => Array.from({ length: n }, draw);

interface Bounds {
	readonly low: number | null;
	readonly high: number | null;
}

function covers(bounds: Bounds | null | undefined, truth: number): boolean {
	return (bounds?.low ?? Infinity) <= truth && truth <= (bounds?.high ?? -Infinity);
}

test('Welch covers 95 % with unequal groups and unequal spreads', () => {
	const coverage = shareOfRuns(2000, 1, ({ normal }) => {
		const first = statisticsOf(list(10, () => 5 + 8 * normal()));
		const second = statisticsOf(list(60, () => 3 + normal()));
		return covers(welch(meanEstimate(first), meanEstimate(second), 0.95)?.difference, 2);
	});
	expect(coverage).toBeGreaterThan(0.938);
	expect(coverage).toBeLessThan(0.962);
});

test('Welch covers about 94 % of the difference in revenue per recipient at 100 per group', () => {
	const spend = ({ uniform, normal }: RandomDraws): number => (uniform() < 0.2 ? Math.exp(3 + 0.8 * normal()) : 0);
	const coverage = shareOfRuns(2000, 2, (draws) => {
		const first = statisticsOf(list(100, () => spend(draws)));
		const second = statisticsOf(list(100, () => spend(draws)));
		return covers(welch(meanEstimate(first), meanEstimate(second), 0.95)?.difference, 0);
	});
	expect(coverage).toBeGreaterThan(0.93);
	expect(coverage).toBeLessThan(0.975);
});

test("Fieller covers 95 % where the baseline's own noise is a tenth of it", () => {
	const coverage = shareOfRuns(2000, 3, ({ normal }) => {
		const first = meanEstimate(statisticsOf(list(40, () => 13 + 7 * normal())));
		const second = meanEstimate(statisticsOf(list(40, () => 10 + 7 * normal())));
		const degreesOfFreedom = welch(first, second, 0.95)?.degreesOfFreedom ?? null;
		return covers(fieller(first, second, 0.95, degreesOfFreedom).lift, 0.3);
	});
	expect(coverage).toBeGreaterThan(0.938);
	expect(coverage).toBeLessThan(0.962);
});

test('average order value covers 93 to 96 % by customer, and under 80 % if orders pass for independent', () => {
	const truth = Math.exp(3 + 0.5 ** 2 / 2) * Math.exp(0.3 ** 2 / 2);
	const run = (isByCustomer: boolean): number =>
		shareOfRuns(500, 4, ({ uniform, normal }) => {
			const customers = Array.from({ length: 300 }, () => {
				const level = Math.exp(3 + 0.5 * normal());
				const count = 1 + Math.floor(-6 * Math.log(1 - uniform()));
				return list(count, () => level * Math.exp(0.3 * normal()));
			});
			if (!isByCustomer) {
				return covers(meanInterval(statisticsOf(customers.flat()), 0.95), truth);
			}
			const totals = customers.map((orders) => orders.reduce((sum, value) => sum + value, 0));
			const counts = customers.map((orders) => orders.length);
			return covers(tInterval(ratioOfSums(statisticsOf(totals, counts)), 0.95), truth);
		});
	const byCustomer = run(true);
	expect(byCustomer).toBeGreaterThan(0.925);
	expect(byCustomer).toBeLessThan(0.965);
	expect(run(false)).toBeLessThan(0.8);
});

test("a segment's share of sales covers 93 to 97 % when both its size and its spending vary", () => {
	const coverage = shareOfRuns(1500, 5, ({ uniform, normal }) => {
		const members: number[] = [];
		const others: number[] = [];
		for (let customer = 0; customer < 300; customer++) {
			const isMember = uniform() < 0.2;
			(isMember ? members : others).push(Math.exp((isMember ? 3.5 : 3) + 0.6 * normal()));
		}
		const truth = (0.2 * Math.exp(3.5)) / (0.2 * Math.exp(3.5) + 0.8 * Math.exp(3));
		return covers(shareOfTotal(statisticsOf(members), statisticsOf(others), 0.95), truth);
	});
	expect(coverage).toBeGreaterThan(0.93);
	expect(coverage).toBeLessThan(0.965);
});
