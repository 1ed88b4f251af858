import { freeSegmentId } from '#shared/model/freeSegmentId.ts';
import type { Exclusion, Segmentation } from '#shared/model/segmentation.ts';

/** Edits of the exclusions. Each returns the same object when there is nothing to change. */

export function addExclusion(
	draft: Segmentation,
	given: { readonly name: string; readonly rule: string },
): Segmentation {
	return { ...draft, exclusions: [...draft.exclusions, { id: freeSegmentId(draft, given.name), ...given }] };
}

export function removeExclusion(draft: Segmentation, id: string): Segmentation {
	const exclusions = draft.exclusions.filter((entry) => entry.id !== id);
	return exclusions.length === draft.exclusions.length ? draft : { ...draft, exclusions };
}

export function changeExclusion(draft: Segmentation, id: string, change: Partial<Omit<Exclusion, 'id'>>): Segmentation {
	return { ...draft, exclusions: draft.exclusions.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)) };
}

/** The usual ones first; then a number behind. */
export function freeExclusionName({ exclusions }: Segmentation): string {
	const taken = new Set(exclusions.map(({ name }) => name.toLowerCase()));
	const usual = ['Test accounts', 'Staff', 'No consent'].find((name) => !taken.has(name.toLowerCase()));
	for (let number = 1; ; number++) {
		const name = usual ?? `Exclusion ${number}`;
		if (!taken.has(name.toLowerCase())) {
			return name;
		}
	}
}
