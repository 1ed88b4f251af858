import type { BaselineKind } from '#shared/model/settings.ts';
import { baselineName } from './baselineWords.ts';
import { formatLevel } from './formatLevel.ts';
import type { LiftRow } from './liftRows.ts';
import type { LiftScale } from './liftScale.ts';

export const seriesNames = {
	band: 'Too small to be found with this data',
	filled: 'Differs beyond chance',
	hollow: 'Could be chance',
	interval: (rows: readonly LiftRow[]): string =>
		`${formatLevel(rows.find((row) => row.estimate !== null)?.estimate?.level ?? 0.95)} interval`,
	baseline: (kind: BaselineKind): string => `Value of ${baselineName(kind)}`,
} as const;

const WHISKER = 'path://M0 0h2v4h16v-4h2v10h-2v-4h-16v4h-2z';
const TICK = 'path://M8 0h4v14h-4z';

/** The signs of the lift chart, each drawn as it looks in the chart. `tick` is null where all share one zero line. */
export function legendEntries(rows: readonly LiftRow[], scale: LiftScale, tick: BaselineKind | null) {
	return [
		{ name: seriesNames.filled, icon: 'circle' },
		{ name: seriesNames.hollow, icon: 'circle' },
		{ name: seriesNames.interval(rows), icon: WHISKER },
		...(tick === null ? [] : [{ name: seriesNames.baseline(tick), icon: TICK }]),
		...(scale === 'value' ? [] : [{ name: seriesNames.band, icon: 'rect' }]),
	];
}
