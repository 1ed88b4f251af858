import type { Cut } from './OrderedField.ts';

/** How many cuts a stored value lies above: its group, from 0. */
export function groupOf(value: number, cuts: readonly Cut[]): number {
	let group = 0;
	while (group < cuts.length && value > cuts[group]!.stored) {
		group++;
	}
	return group;
}
