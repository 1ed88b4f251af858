import { sharedFloats } from '../../frame/sharedArrays.ts';

/**
 * Measures of every customer, one row per customer: numerator and denominator of the first pair, of the second, and so on.
 * Rows lie together because every rule edit reads all of them once; a measure that stands in two pairs is stored twice,
 * which costs less than finding it. A cell is the quantity times 10 ** scale, less the centre of its column: then one
 * number serves first and second moments, and sums of whole numbers stay exact.
 */
export interface MeasureMatrix {
	readonly rows: number;
	readonly pairs: number;
	/** Length rows x 2 x pairs, on shared memory. */
	readonly values: Float64Array;
	/** One per column, a whole number near the mean of the base, so that second moments keep their digits. */
	readonly centers: Float64Array;
	/** Decimal places of each column. */
	readonly scales: Uint8Array;
}

/** One quantity per customer in units of 10 ** -scale: money in minor units, so that sums are exact. */
export interface MeasureColumn {
	readonly values: Float64Array;
	readonly scale: number;
}

/** Customers copied at a time, so that the rows being written stay in the cache while the columns are read. */
const BLOCK_ROWS = 512;

export function buildMeasureMatrix(
	rows: number,
	pairs: readonly (readonly [MeasureColumn, MeasureColumn])[],
): MeasureMatrix {
	const columns = pairs.flat();
	const width = columns.length;
	const centers = Float64Array.from(columns, (column) => centerOf(column.values));
	const values = sharedFloats(rows * width);
	for (let from = 0; from < rows; from += BLOCK_ROWS) {
		const to = Math.min(rows, from + BLOCK_ROWS);
		for (let column = 0; column < width; column++) {
			copyColumn(columns[column]!.values, centers[column]!, values, from, to, width, column);
		}
	}
	return { rows, pairs: pairs.length, values, centers, scales: Uint8Array.from(columns, (column) => column.scale) };
}

function copyColumn(
	source: Float64Array,
	center: number,
	target: Float64Array,
	from: number,
	to: number,
	width: number,
	at: number,
): void {
	for (let row = from, cell = from * width + at; row < to; row++, cell += width) {
		target[cell] = source[row]! - center;
	}
}

/** The mean as a whole number of units, so that the deviations of whole numbers are whole numbers too. */
function centerOf(values: Float64Array): number {
	let sum = 0;
	for (let row = 0; row < values.length; row++) {
		sum += values[row]!;
	}
	return values.length === 0 ? 0 : Math.round(sum / values.length);
}
