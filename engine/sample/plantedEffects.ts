/**
 * The truth of the sample: every effect that the generator plants, as data. The generator reads these figures and nothing
 * else decides them, so an analysis of a sample can be judged by them. docs/sample.md says the same in words.
 */

export const segmentIds = [
	'champions',
	'new',
	'loyal',
	'slipping',
	'dormant',
	'occasional',
	'single',
	'remainder',
] as const;
export type PlantedSegmentId = (typeof segmentIds)[number];

export interface CampaignEffect {
	readonly segment: PlantedSegmentId;
	/** Probability that a customer of the control arm converts. */
	readonly control: number;
	/** Probability that a customer of the treatment arm converts, whether or not the message was opened. */
	readonly treatment: number;
	/** Mean revenue of a conversion, the same in both arms. */
	readonly conversionValue: number;
	/** Probability that a delivered message leads to leaving the list. */
	readonly unsubscribe: number;
}

/**
 * Causal effects of the summer offer of 2026-06-30 by the segments of sampleSegmentation, as of 2026-07-01. Champions would
 * have bought anyway (no effect); the dormant are driven away (negative effect).
 */
export const campaignEffects: readonly CampaignEffect[] = [
	{ segment: 'champions', control: 0.24, treatment: 0.24, conversionValue: 130, unsubscribe: 0.002 },
	{ segment: 'new', control: 0.1, treatment: 0.17, conversionValue: 72, unsubscribe: 0.004 },
	{ segment: 'loyal', control: 0.16, treatment: 0.208, conversionValue: 96, unsubscribe: 0.003 },
	{ segment: 'slipping', control: 0.06, treatment: 0.135, conversionValue: 110, unsubscribe: 0.005 },
	{ segment: 'dormant', control: 0.06, treatment: 0.036, conversionValue: 60, unsubscribe: 0.03 },
	{ segment: 'occasional', control: 0.08, treatment: 0.104, conversionValue: 78, unsubscribe: 0.004 },
	{ segment: 'single', control: 0.04, treatment: 0.056, conversionValue: 64, unsubscribe: 0.008 },
	{ segment: 'remainder', control: 0.03, treatment: 0.036, conversionValue: 62, unsubscribe: 0.008 },
];

/** Share of the campaign's recipients that are in the treatment arm, independent of everything else. */
export const TREATMENT_SHARE = 0.5;

export const tiers = ['standard', 'bronze', 'silver', 'gold'] as const;
export type Tier = (typeof tiers)[number];

export interface TierEffect {
	readonly tier: Tier;
	/** Mean revenue of an order. */
	readonly averageOrderValue: number;
	/** Opened of delivered, in newsletters and in the campaign. */
	readonly openRate: number;
	/** Clicked of opened. */
	readonly clickToOpenRate: number;
	/** Shares of survey answers 9 and 10, 7 and 8, 0 to 6. */
	readonly promoters: number;
	readonly passives: number;
	readonly detractors: number;
}

export const tierEffects: readonly TierEffect[] = [
	{
		tier: 'standard',
		averageOrderValue: 58,
		openRate: 0.21,
		clickToOpenRate: 0.1,
		promoters: 0.34,
		passives: 0.36,
		detractors: 0.3,
	},
	{
		tier: 'bronze',
		averageOrderValue: 66,
		openRate: 0.26,
		clickToOpenRate: 0.12,
		promoters: 0.42,
		passives: 0.35,
		detractors: 0.23,
	},
	{
		tier: 'silver',
		averageOrderValue: 84,
		openRate: 0.33,
		clickToOpenRate: 0.15,
		promoters: 0.52,
		passives: 0.31,
		detractors: 0.17,
	},
	{
		tier: 'gold',
		averageOrderValue: 118,
		openRate: 0.42,
		clickToOpenRate: 0.19,
		promoters: 0.63,
		passives: 0.26,
		detractors: 0.11,
	},
];

export interface ChannelEffect {
	readonly channel: string;
	readonly share: number;
	/** Share of buyers with a second order, among those whose first order is at least REPEAT_MATURITY_DAYS old. */
	readonly repeatRate: number;
	/** Acquisition spend per customer who signed up; costs.csv books exactly this. */
	readonly acquisitionCost: number;
}

export const channelEffects: readonly ChannelEffect[] = [
	{ channel: 'organic search', share: 0.27, repeatRate: 0.72, acquisitionCost: 6 },
	{ channel: 'paid search', share: 0.24, repeatRate: 0.58, acquisitionCost: 38 },
	{ channel: 'social', share: 0.18, repeatRate: 0.5, acquisitionCost: 29 },
	{ channel: 'store', share: 0.14, repeatRate: 0.68, acquisitionCost: 21 },
	{ channel: 'referral', share: 0.11, repeatRate: 0.81, acquisitionCost: 14 },
	{ channel: 'partner', share: 0.06, repeatRate: 0.62, acquisitionCost: 33 },
];

/** A second order comes 20 to 140 days after the first, so the repeat rate of older buyers is complete. */
export const REPEAT_MATURITY_DAYS = 140;

export interface CategoryEffect {
	readonly category: string;
	/** Share of order lines. */
	readonly share: number;
	/** Unit price relative to the others. */
	readonly priceLevel: number;
	/** (revenue - cost) / revenue over all lines of the category. The outlet loses money. */
	readonly margin: number;
}

export const categoryEffects: readonly CategoryEffect[] = [
	{ category: 'Textiles', share: 0.24, priceLevel: 0.8, margin: 0.55 },
	{ category: 'Kitchen', share: 0.22, priceLevel: 0.7, margin: 0.38 },
	{ category: 'Lighting', share: 0.15, priceLevel: 1.3, margin: 0.42 },
	{ category: 'Garden', share: 0.14, priceLevel: 1.1, margin: 0.29 },
	{ category: 'Furniture', share: 0.12, priceLevel: 2.1, margin: 0.34 },
	{ category: 'Outlet', share: 0.13, priceLevel: 0.5, margin: -0.06 },
];

export const funnelStages = ['visit', 'product_view', 'basket', 'checkout', 'purchase'] as const;

export interface DeviceEffect {
	readonly device: string;
	readonly share: number;
	/** Probability of reaching the next stage from visit, product_view, basket and checkout. The leak is the mobile checkout. */
	readonly progression: readonly [number, number, number, number];
}

export const deviceEffects: readonly DeviceEffect[] = [
	{ device: 'desktop', share: 0.42, progression: [0.7, 0.32, 0.56, 0.78] },
	{ device: 'mobile', share: 0.48, progression: [0.66, 0.3, 0.5, 0.52] },
	{ device: 'tablet', share: 0.1, progression: [0.68, 0.31, 0.54, 0.71] },
];

export function campaignEffect(segment: PlantedSegmentId): CampaignEffect {
	return find(campaignEffects, (effect) => effect.segment === segment, segment);
}

export function tierEffect(tier: Tier): TierEffect {
	return find(tierEffects, (effect) => effect.tier === tier, tier);
}

function find<T>(list: readonly T[], isWanted: (entry: T) => boolean, name: string): T {
	const found = list.find(isWanted);
	if (!found) {
		throw new Error(`No planted effect for ${name}`);
	}
	return found;
}
