import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import { isCompared } from './isCompared.ts';
import type { MeasureColumn } from './kernel/MeasureMatrix.ts';

/** The quantity of customers who are in exactly one arm, 0 for the others. */
export function withinArms(frame: CustomerFrame, column: MeasureColumn): MeasureColumn {
	const { arms } = frame;
	return {
		values: column.values.map((value, row) => (arms !== null && isCompared(arms[row]!) ? value : 0)),
		scale: column.scale,
	};
}
