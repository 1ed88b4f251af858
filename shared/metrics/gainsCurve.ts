import type { NumberRecord } from '../model/numberRecord.ts';
import { findMetric } from './findMetric.ts';

/** One step of the curve: a segment, and what all segments up to and including it hold. Shares are 0 to 1. */
export interface GainsPoint {
	readonly segment: string;
	readonly value: number;
	/** Part of the denominator: customers, orders, messages. */
	readonly share: number;
	readonly cumulativeShare: number;
	/** Part of the numerator: revenue, conversions. */
	readonly cumulativeGain: number;
	/** cumulativeGain / cumulativeShare: 1 means no better than everyone. */
	readonly cumulativeLift: number;
}

interface Entry {
	readonly segment: string;
	readonly value: number;
	readonly numerator: number;
	readonly denominator: number;
}

/**
 * Segments ranked by value, best first, and what share of the outcome the best x % hold. Takes the records of one metric;
 * ties keep the order given. Empty where the metric has no shares to add up (sizes, arm comparisons), where no segment has a
 * value, or where the outcome of all segments together is not above 0.
 */
export function gainsCurve(records: readonly NumberRecord[]): readonly GainsPoint[] {
	const ranked = records.flatMap(entryOf).sort((left, right) => right.value - left.value);
	const numerators = ranked.reduce((sum, entry) => sum + entry.numerator, 0);
	const denominators = ranked.reduce((sum, entry) => sum + entry.denominator, 0);
	if (!(numerators > 0) || !(denominators > 0)) {
		return [];
	}
	let numerator = 0;
	let denominator = 0;
	return ranked.map((entry) => {
		numerator += entry.numerator;
		denominator += entry.denominator;
		const cumulativeShare = denominator / denominators;
		const cumulativeGain = numerator / numerators;
		return {
			segment: entry.segment,
			value: entry.value,
			share: entry.denominator / denominators,
			cumulativeShare,
			cumulativeGain,
			cumulativeLift: cumulativeGain / cumulativeShare,
		};
	});
}

/** Totals and parts of a total are taken per customer; segments without a denominator are left out. */
function entryOf({ metric, segment, value, numerator, denominator, n }: NumberRecord): Entry[] {
	const kind = findMetric(metric)?.shape.kind;
	if (segment === null || value === null || numerator === null) {
		return [];
	}
	if (kind === 'total' || kind === 'share-of-total') {
		return n === 0 ? [] : [{ segment, value: numerator / n, numerator, denominator: n }];
	}
	if (
		(kind === 'ratio' || kind === 'per-member' || kind === 'member-share') &&
		denominator !== null &&
		denominator > 0
	) {
		return [{ segment, value, numerator, denominator }];
	}
	return [];
}
