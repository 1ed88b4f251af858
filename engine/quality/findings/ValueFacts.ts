import type { OrderedValues } from '../OrderedValues.ts';
import type { QualityColumn, QualityInput } from '../QualityInput.ts';

/** What checks of numbers and dates look at. */
export interface ValueFacts {
	readonly column: QualityColumn;
	readonly table: QualityInput;
	/** As stored: minor units, days, milliseconds. */
	readonly values: OrderedValues;
	readonly distinct: number;
	/** False where `values` is a part of the rows; then counts of rows are left to the row filter. */
	readonly isComplete: boolean;
}
