import { sharedFloats } from '../../frame/sharedArrays.ts';

/**
 * Measures of every customer, one row per customer: first the numerator of each pair, then the denominator of each pair.
 * Rows lie together because every rule edit reads all of them once; a measure that stands in two pairs is stored twice,
 * which costs less than finding it. `scales` are decimal places: the cell is the quantity times 10 ** scale.
 */
export interface MeasureMatrix {
	readonly rows: number;
	readonly pairs: number;
	/** Length rows x 2 x pairs, on shared memory. */
	readonly values: Float64Array;
	/** One per column, near the mean of the base, so that second moments keep their digits. */
	readonly centers: Float64Array;
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
	const columns = [...pairs.map(([numerator]) => numerator), ...pairs.map(([, denominator]) => denominator)];
	const width = columns.length;
	const values = sharedFloats(rows * width);
	for (let from = 0; from < rows; from += BLOCK_ROWS) {
		const to = Math.min(rows, from + BLOCK_ROWS);
		for (let column = 0; column < width; column++) {
			copyColumn(columns[column]!.values, values, from, to, width, column);
		}
	}
	const centers = sharedFloats(width);
	centers.set(columns.map((column) => centerOf(column.values)));
	return { rows, pairs: pairs.length, values, centers, scales: Uint8Array.from(columns, (column) => column.scale) };
}

function copyColumn(source: Float64Array, target: Float64Array, from: number, to: number, width: number, at: number) {
	for (let row = from, cell = from * width + at; row < to; row++, cell += width) {
		target[cell] = source[row]!;
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
