import { bitAt } from '../../../engine/frame/bitmap.ts';
import type { Frame } from '../../../engine/frame/Frame.ts';

/** The values of a field in major units, null where there is none. */
export function readField(frame: Frame, name: string): readonly (number | string | boolean | null)[] {
	const column = frame.columns.get(name);
	if (!column) {
		throw new Error(`The frame has no field ${name}`);
	}
	return Array.from({ length: column.length }, (_, row) => {
		if (column.nulls !== null && bitAt(column.nulls, row)) {
			return null;
		}
		switch (column.kind) {
			case 'number':
				return column.values[row]! / 10 ** column.scale;
			case 'boolean':
				return column.values[row] === 1;
			case 'category':
				return column.labels[column.codes[row]!]!;
			case 'date':
			case 'timestamp':
				return column.values[row]!;
			case 'text':
				throw new Error(`${name} is plain text`);
		}
	});
}
