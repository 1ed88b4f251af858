import { counted } from '../base/counted.ts';
import type { SegmentMigration } from '../model/segmentMigration.ts';

const readings = {
	none: 'the sizes of the segments have not shifted (below 0.1)',
	some: 'the sizes of the segments have shifted somewhat (0.1 to 0.25)',
	shifted: 'the sizes of the segments have shifted (above 0.25)',
} as const;

/** The population stability index with its usual reading (Siddiqi, Credit Risk Scorecards, 2006). */
export function stabilityText(stability: SegmentMigration['stability']): string {
	return stability === null
		? 'Nobody counts at both dates, so there is no stability index.'
		: `PSI ${stability.index.toFixed(3)} over the ${counted(stability.people, 'customer')} of both dates: ${readings[stability.band]}.`;
}
