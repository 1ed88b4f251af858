import type { VersionSummary } from '#shared/model/segmentation.ts';
import { format } from '../../ui/format.ts';

/** One of the two states that are compared: a saved version by its id, or the segments as they are on the screen. */
export type Side = number | 'draft';

/** From the parameter of a tab. */
export function sideOfParam(param: unknown): Side {
	return typeof param === 'number' ? param : 'draft';
}

export function sideTitle(side: Side, versions: readonly VersionSummary[]): string {
	if (side === 'draft') {
		return 'Segments as they are now';
	}
	const version = versions.find(({ id }) => id === side);
	return version ? `Version of ${format.moment(version.savedAt)}` : 'Version';
}

/** Short enough for a tab: what the version was saved for, or when. */
export function sideTabTitle(side: Side, versions: readonly VersionSummary[]): string {
	const reason = versions.find(({ id }) => id === side)?.reason ?? '';
	return reason === '' ? sideTitle(side, versions) : reason;
}
