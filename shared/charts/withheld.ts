import { findMetric } from '#shared/metrics/findMetric.ts';
import type { ArmRecord, NumberRecord } from '#shared/model/numberRecord.ts';
import type { LiftScale } from './liftScale.ts';

/**
 * Whether a number must not be shown because too few people or events are behind it (STATISTICS D7): then percentages of
 * rates and every relative lift give way to the counts. Sizes, totals and means are shown, with their warning.
 */
export function isWithheld({ metric, unit, sufficiency }: NumberRecord, scale: LiftScale): boolean {
	if (sufficiency !== 'too-few') {
		return false;
	}
	const kind = findMetric(metric)?.shape.kind;
	return scale === 'lift' || kind === 'arm-rate' || (kind === 'ratio' && unit === 'share');
}

/** The counts instead of a percentage: `2 of 23`, or `1 of 12 against 0 of 11` for two arms; null where there are none. */
export function countsText({ numerator, denominator, arms }: NumberRecord): string | null {
	if (numerator !== null && denominator !== null) {
		return fraction({ numerator, denominator });
	}
	return arms && `${fraction(arms.treatment)} against ${fraction(arms.control)}`;
}

function fraction({ numerator, denominator }: Pick<ArmRecord, 'numerator' | 'denominator'>): string {
	return `${numerator.toLocaleString('en')} of ${denominator.toLocaleString('en')}`;
}
