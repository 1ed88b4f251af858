import { REMAINDER_ID, type Segmentation } from './segmentation.ts';

/** An id made of the name that no segment or exclusion has: letters, digits and hyphens, so that it can be read in exports. */
export function freeSegmentId({ segments, exclusions }: Segmentation, name: string): string {
	const stem =
		name
			.normalize('NFKD')
			.replaceAll(/\p{M}/gu, '')
			.toLowerCase()
			.replaceAll(/[^a-z0-9]+/g, '-')
			.replaceAll(/^-+|-+$/g, '')
			.slice(0, 56) || 'segment';
	const taken = new Set([REMAINDER_ID, ...segments.map(({ id }) => id), ...exclusions.map(({ id }) => id)]);
	let id = stem;
	for (let number = 2; taken.has(id); number++) {
		id = `${stem}-${number}`;
	}
	return id;
}
