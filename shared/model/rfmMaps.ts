import type { RfmBox, RfmSettings } from './rfmBuilder.ts';

export interface RfmMap {
	readonly id: string;
	readonly name: string;
	readonly source: string;
	readonly boxes: readonly RfmBox[];
}

/**
 * Ready maps from scores to segments. The first is the one of the vignette of R's package rfm (Hebbali, `rfm_segment()`), as
 * published: some of its cells are claimed twice and some by nobody, which the builder shows and repairs.
 */
export const rfmMaps: readonly RfmMap[] = [
	{
		id: 'published',
		name: 'Ten segments, as published',
		source: 'R package rfm, vignette “RFM customer level data”',
		boxes: [
			box('Champions', [4, 5], [4, 5], [4, 5], 'Bought lately, buy often and spend the most.'),
			box('Loyal Customers', [2, 5], [3, 5], [3, 5], 'Buy regularly and spend well.'),
			box('Potential Loyalist', [3, 5], [1, 3], [1, 3], 'Bought lately, with more than one order or some spend.'),
			box('New Customers', [4, 5], [1, 1], [1, 1], 'Bought lately for the first time.'),
			box('Promising', [3, 4], [1, 1], [1, 1], 'Bought not long ago, but little so far.'),
			box('Need Attention', [2, 3], [2, 3], [2, 3], 'Middling in all three; may slip away.'),
			box('About To Sleep', [2, 3], [1, 2], [1, 2], 'Below the middle; lost unless they are woken.'),
			box('At Risk', [1, 2], [2, 5], [2, 5], 'Bought often and spent well, but long ago.'),
			box("Can't Lose Them", [1, 1], [4, 5], [4, 5], 'Were among the best buyers and have not come back for long.'),
			box('Lost', [1, 2], [1, 2], [1, 2], 'Bought long ago, seldom and little.'),
		],
	},
	{
		id: 'six',
		name: 'Six segments without gaps',
		source: 'Tranche: the published idea on recency and frequency alone, within the usual 3 to 8 segments',
		boxes: [
			box('Champions', [4, 5], [4, 5], [1, 5], 'Bought lately and buy often.'),
			box('Potential loyalists', [4, 5], [2, 3], [1, 5], 'Bought lately, with a middling number of orders.'),
			box('Newcomers', [4, 5], [1, 1], [1, 5], 'Bought lately, with few orders so far.'),
			box('Need attention', [3, 3], [1, 5], [1, 5], 'Neither lately nor long ago.'),
			box('At risk', [1, 2], [3, 5], [1, 5], 'Used to buy often, but not lately.'),
			box('Lost', [1, 2], [1, 2], [1, 5], 'Bought long ago and seldom.'),
		],
	},
];

export const defaultRfmSettings: RfmSettings = {
	fields: { recency: 'recency_days', frequency: 'order_count', monetary: 'revenue' },
	cuts: { recency: { kind: 'quantiles' }, frequency: { kind: 'quantiles' }, monetary: { kind: 'quantiles' } },
	windowMonths: null,
	map: [...rfmMaps[0]!.boxes],
	contested: 'smallest',
	uncovered: 'nearest',
	overrides: [],
};

function box(
	name: string,
	recency: [number, number],
	frequency: [number, number],
	monetary: [number, number],
	description: string,
): RfmBox {
	return { name, description, recency, frequency, monetary };
}
