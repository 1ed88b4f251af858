import type { Segmentation } from './segmentation.ts';

/** The wish, or where a segment has that name the next free `Name 2`, `Name 3`, … */
export function freeSegmentName({ segments }: Pick<Segmentation, 'segments'>, wish: string): string {
	const taken = new Set(segments.map((segment) => segment.name.toLowerCase()));
	if (!taken.has(wish.toLowerCase())) {
		return wish;
	}
	const stem = wish.replace(/ \d+$/, '');
	let number = 2;
	while (taken.has(`${stem} ${number}`.toLowerCase())) {
		number++;
	}
	return `${stem} ${number}`;
}
