import { describe, expect, it } from 'vitest';
import { gainsCurve } from '#shared/metrics/gainsCurve.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';

function record(parts: Partial<NumberRecord>): NumberRecord {
	return {
		metric: 'M30',
		name: 'conversion_rate',
		segment: 'a',
		value: null,
		unit: 'share',
		numerator: null,
		denominator: null,
		n: 0,
		interval: null,
		baseline: null,
		difference: null,
		lift: null,
		p: null,
		pAdjusted: null,
		isSignificant: null,
		mde: null,
		arms: null,
		sufficiency: 'enough',
		method: '',
		warnings: [],
		reason: null,
		...parts,
	};
}

const rate = (segment: string | null, numerator: number, denominator: number) =>
	record({
		segment,
		numerator,
		denominator,
		value: denominator === 0 ? null : numerator / denominator,
		n: denominator,
	});

describe('gainsCurve', () => {
	it('ranks segments by value and adds up people and outcome', () => {
		const points = gainsCurve([
			rate(null, 100, 1000),
			rate('low', 20, 500),
			rate('top', 50, 100),
			rate('mid', 30, 400),
		]);
		expect(points).toEqual([
			{ segment: 'top', value: 0.5, share: 0.1, cumulativeShare: 0.1, cumulativeGain: 0.5, cumulativeLift: 5 },
			{ segment: 'mid', value: 0.075, share: 0.4, cumulativeShare: 0.5, cumulativeGain: 0.8, cumulativeLift: 1.6 },
			{ segment: 'low', value: 0.04, share: 0.5, cumulativeShare: 1, cumulativeGain: 1, cumulativeLift: 1 },
		]);
	});

	it('ranks totals by what a customer is worth', () => {
		const total = (segment: string, revenue: number, n: number) =>
			record({ metric: 'M04', segment, value: revenue, numerator: revenue, n });
		const points = gainsCurve([total('many', 600, 300), total('few', 400, 100), total('none', 0, 0)]);
		expect(
			points.map(({ segment, value, cumulativeShare, cumulativeGain }) => [
				segment,
				value,
				cumulativeShare,
				cumulativeGain,
			]),
		).toEqual([
			['few', 4, 0.25, 0.4],
			['many', 2, 1, 1],
		]);
	});

	it('is empty where there is nothing to add up', () => {
		expect(gainsCurve([])).toEqual([]);
		expect(gainsCurve([rate('a', 0, 10), rate('b', 0, 0)])).toEqual([]);
		expect(gainsCurve([record({ metric: 'M31', value: 0.2, n: 10 })])).toEqual([]);
		expect(gainsCurve([record({ metric: 'M01', value: 10, numerator: 10, n: 10 })])).toEqual([]);
	});
});
