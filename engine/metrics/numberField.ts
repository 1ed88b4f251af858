import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import { valuesOf } from '../frame/valuesOf.ts';
import type { MeasureColumn } from './kernel/MeasureMatrix.ts';

/** A derived number field as it stands; rows without a value hold 0 in the column already. */
export function numberField(frame: CustomerFrame, name: string): MeasureColumn {
	const column = frame.derived.has(name) ? valuesOf(frame.columns.get(name)) : null;
	if (column === null) {
		throw new Error(`The frame has no derived number field ${name}`);
	}
	const { values, scale } = column;
	return { values: values instanceof Float64Array ? values : new Float64Array(values), scale };
}
