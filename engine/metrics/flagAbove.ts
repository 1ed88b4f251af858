import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import type { MeasureColumn } from './kernel/MeasureMatrix.ts';
import { numberField } from './numberField.ts';

/** 1 where the field is above the threshold, else 0. */
export function flagAbove(frame: CustomerFrame, name: string, threshold: number): MeasureColumn {
	const { values } = numberField(frame, name);
	return { values: values.map((value) => (value > threshold ? 1 : 0)), scale: 0 };
}
