import type { Segmentation } from '#shared/model/segmentation.ts';
import { MS_PER_DAY } from '../frame/eventDays.ts';
import type { SegmentationVersion } from '../store/SegmentationStore.ts';

/**
 * Whole days since the newest version was saved, if it has the rules of today; a version without a change is a review and counts too.
 * Null while the rules are in no version: then they are being worked on.
 */
export function rulesAgeDays(
	segmentation: Segmentation,
	versions: readonly SegmentationVersion[],
	nowMs: number,
): number | null {
	const newest = versions[0];
	return newest && rulesOf(newest.definition) === rulesOf(segmentation)
		? Math.max(0, Math.floor((nowMs - Date.parse(newest.summary.savedAt)) / MS_PER_DAY))
		: null;
}

function rulesOf({ segments, exclusions, customFields, mode }: Segmentation): string {
	return JSON.stringify([
		segments.map(({ rule }) => rule),
		exclusions.map(({ rule }) => rule),
		customFields.map(({ name, expression }) => [name, expression]),
		mode,
	]);
}
