import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import type { MeasureColumn } from './kernel/MeasureMatrix.ts';

/** A per-customer quantity that adds up over customers. Declared once; metrics name it by its id. */
export interface Measure {
	readonly id: string;
	readonly label: string;
	readonly description: string;
	/** Derived fields of the frame without which it does not exist. */
	readonly needs: readonly string[];
	/** Money in minor units, flags as 0 and 1. Customers without a value hold 0. */
	readonly column: (frame: CustomerFrame) => MeasureColumn;
}
