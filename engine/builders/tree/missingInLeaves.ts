import type { BinnedField } from './BinnedField.ts';
import type { FieldCondition } from './nodeConditions.ts';

/**
 * Whether some customer of a leaf lacks the value of a field, for the fields of the leaf's conditions that let both missing and some
 * values in.
 */
export function missingInLeaves(
	leafOfRow: Uint16Array,
	leaves: readonly (readonly FieldCondition[])[],
): (leaf: number, field: BinnedField) => boolean {
	const asked = new Map<BinnedField, Uint8Array>();
	for (const { field, allowed } of leaves.flat()) {
		if (field.hasMissing && allowed[field.bins] === 1 && !asked.has(field)) {
			asked.set(field, new Uint8Array(leaves.length));
		}
	}
	for (const [{ codes, bins }, isMissing] of asked) {
		for (let row = 0; row < codes.length; row++) {
			if (codes[row] === bins) {
				isMissing[leafOfRow[row]!] = 1;
			}
		}
	}
	return (leaf, field) => asked.get(field)?.[leaf] === 1;
}
