import { sharedFloats } from '../../frame/sharedArrays.ts';
import { KernelMemory } from '../../kernels/KernelMemory.ts';

/**
 * Measures of every customer, one row per customer: the numerators of all pairs, then their denominators. Rows lie together because
 * every rule edit reads all of them once; a measure that stands in two pairs is stored twice, which costs less than finding it. A
 * cell is the quantity times 10 ** scale, less the centre of its column: then one number serves first and second moments, and sums
 * of whole numbers stay exact.
 */
export interface MeasureMatrix {
	readonly rows: number;
	readonly pairs: number;
	/** Length rows x 2 x lanes (see lanesOf), on shared memory. */
	readonly values: Float64Array;
	/** Two per pair, numerator and denominator: a whole number near the mean of the base, so that second moments keep their digits. */
	readonly centers: Float64Array;
	/** Decimal places, two per pair. */
	readonly scales: Uint8Array;
	/** What the compiled kernel needs in the memory of the values; null where they do not fit into one. */
	readonly room: KernelRoom | null;
}

interface KernelRoom {
	readonly memory: WebAssembly.Memory;
	/** One code per customer. */
	readonly groups: Uint16Array;
	readonly sums: Float64Array;
}

/** Sums that the room holds: those of hundreds of groups for a screen of metrics. */
const SUMS_BYTES = 32 * 2 ** 20;

/** Pairs of a row as the kernel reads them: two at a time. An odd one has an empty pair beside it. */
export function lanesOf(pairs: number): number {
	return pairs + (pairs % 2);
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
	const lanes = lanesOf(pairs.length);
	const width = 2 * lanes;
	const centers = Float64Array.from(columns, (column) => centerOf(column.values));
	const { values, room } = allocate(rows, width);
	for (let from = 0; from < rows; from += BLOCK_ROWS) {
		const to = Math.min(rows, from + BLOCK_ROWS);
		for (const [column, { values: source }] of columns.entries()) {
			const at = (column >> 1) + (column % 2) * lanes;
			copyColumn(source, centers[column]!, values, from, to, width, at);
		}
	}
	const scales = Uint8Array.from(columns, (column) => column.scale);
	return { rows, pairs: pairs.length, values, centers, scales, room };
}

function allocate(rows: number, width: number): Pick<MeasureMatrix, 'values' | 'room'> {
	const bytes = KernelMemory.sizeOf(rows * width * 8) + KernelMemory.sizeOf(rows * 2) + SUMS_BYTES;
	const memory = KernelMemory.shared(bytes);
	if (!memory) {
		return { values: sharedFloats(rows * width), room: null };
	}
	const values = memory.float64(rows * width);
	const groups = memory.uint16(rows);
	return { values, room: { memory: memory.memory, groups, sums: memory.float64(SUMS_BYTES / 8) } };
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
