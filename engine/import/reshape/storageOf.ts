import { hasBit } from '../../columns/bitmap.ts';
import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { encodeLabels, labelsOf } from '../../columns/dictionary.ts';

/** What is needed to store a column that was made in memory and read it back as it is. */
export function storageOf(column: Column): { storage: ColumnStorage; dictionary: Uint8Array | null } {
	const isNumber = column.kind === 'number';
	const { min, max } = column.kind === 'text' || column.kind === 'category' ? { min: null, max: null } : range(column);
	return {
		storage: {
			type: column.type,
			kind: column.kind,
			scale: isNumber ? column.scale : 0,
			isExact: isNumber ? column.isExact : true,
			isWide: isNumber && !(column.values instanceof Int32Array),
			min,
			max,
			hasDictionary: column.kind === 'category',
		},
		dictionary: column.kind === 'category' ? encodeLabels(labelsOf(column.labels)) : null,
	};
}

function range(column: Exclude<Column, { kind: 'text' | 'category' }>) {
	let min = Infinity;
	let max = -Infinity;
	for (let row = 0; row < column.length; row++) {
		if (column.nulls === null || !hasBit(column.nulls, row)) {
			min = Math.min(min, column.values[row]!);
			max = Math.max(max, column.values[row]!);
		}
	}
	return min > max ? { min: null, max: null } : { min, max };
}
