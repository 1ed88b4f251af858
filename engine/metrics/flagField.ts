import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import type { MeasureColumn } from './kernel/MeasureMatrix.ts';

/** A derived field that is true or false, as 1 and 0. */
export function flagField(frame: CustomerFrame, name: string): MeasureColumn {
	const column = frame.derived.has(name) ? frame.columns.get(name) : undefined;
	if (column?.kind !== 'boolean') {
		throw new Error(`The frame has no derived flag ${name}`);
	}
	return { values: Float64Array.from(column.values), scale: 0 };
}
