import type { FrameField } from '#shared/model/frameField.ts';
import type { CategoryColumn, Column } from '../columns/Column.ts';
import { bitAt, countBits } from './bitmap.ts';

const MOST_VALUES = 200;

/** What rules, completion and tables show about a column of the frame. */
export function describeField(
	name: string,
	column: Column,
	facts: Pick<FrameField, 'origin' | 'description' | 'unit'>,
): FrameField {
	return {
		name,
		type: column.type,
		...facts,
		nulls: countBits(column.nulls),
		values: column.kind === 'category' ? labelsByFrequency(column) : [],
	};
}

function labelsByFrequency(column: CategoryColumn): string[] {
	const counts = new Int32Array(column.labels.length);
	for (let row = 0; row < column.length; row++) {
		if (column.nulls === null || !bitAt(column.nulls, row)) {
			counts[column.codes[row]!]!++;
		}
	}
	return column.labels
		.map((label, code) => ({ label, count: counts[code]! }))
		.filter(({ count }) => count > 0)
		.sort((left, right) => right.count - left.count || (left.label < right.label ? -1 : 1))
		.slice(0, MOST_VALUES)
		.map(({ label }) => label);
}
