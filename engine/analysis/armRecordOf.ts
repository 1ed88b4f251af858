import type { ArmRecord } from '#shared/model/numberRecord.ts';
import type { SufficientStatistics } from '../stats/SufficientStatistics.ts';
import type { Family } from './Contrast.ts';

/** One arm of a segment by itself, with its own interval at the level of the settings. */
export function armRecordOf(family: Family, statistics: SufficientStatistics, level: number): ArmRecord {
	const { value, numerator, denominator, n } = family.summarize(statistics);
	return { value, numerator, denominator, n, interval: family.interval(statistics, level) };
}
