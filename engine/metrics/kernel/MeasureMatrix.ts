import { sharedLike } from '../../columns/gatherRows.ts';
import { KernelMemory } from '../../kernels/KernelMemory.ts';
import { aggregatePart, partsOf } from './aggregate.ts';
import { planRun, strideOf, type RunShape } from './RunShape.ts';
import { sumsRoomBytes } from './sumsRoomBytes.ts';

/** One quantity per customer in units of 10 ** -scale: money in minor units, so that sums are exact. */
export interface MeasureColumn {
	readonly values: Float64Array;
	readonly scale: number;
}

/** Which of the codes 0 .. count - 1 each customer has besides the segment. */
export interface Split {
	readonly codes: Uint8Array;
	readonly count: number;
}

/**
 * Measures of every customer, one row per customer, since every edit reads all measures of the customers it moves. A cell is the
 * quantity times 10 ** scale, less the centre of its column: then one number serves first and second moments.
 */
export interface MeasureMatrix extends RunShape {
	readonly rows: number;
	/** Whether all cells are whole numbers that can be summed exactly; see `values`. */
	readonly isWhole: boolean;
	/**
	 * Length rows x lanes, on shared memory. Int32Array where all cells are whole and the sum of their squares stays below 2^62: then
	 * so does every sum of products of any customers, and sums are exact in 64-bit integers, whatever the order of the rows.
	 */
	readonly values: Int32Array | Float64Array;
	/** Per column a whole number near the mean of the base, so that second moments keep their digits. */
	readonly centers: Float64Array;
	/** Decimal places per column. */
	readonly scales: Uint8Array;
	/** Splits every segment, as into the arms of a campaign; null where nothing does. */
	readonly split: Split | null;
	/** What the compiled kernel needs in the memory of the values; null where they do not fit into one. */
	readonly room: KernelRoom | null;
}

export interface KernelRoom {
	readonly memory: WebAssembly.Memory;
	/** One code per customer; two, so that the codes before an edit stay beside those after it. */
	readonly codes: readonly [Uint8Array, Uint8Array];
	/** As the kernel reads them: see engine/kernels/assembly/aggregate.ts. */
	readonly products: Int32Array;
	/** The same size for each part of a sum: see sumsRoomBytes. */
	readonly work: Uint8Array;
	/** Sums over all customers, one run for each split; 64-bit integers, and empty where cells have fractions. */
	readonly totals: Float64Array;
	/** 8 bytes a sum. */
	readonly sums: Float64Array;
}

/** Sums that the room holds: those of hundreds of groups for a screen of metrics. */
const SUMS_BYTES = 32 * 2 ** 20;
/** Codes are bytes. */
const MOST_CODES = 256;
const everybody = { kind: 'aggregate', before: null, leftOut: -1, parts: 1 } as const;
/** Above, a sum of squares might not fit into 63 bits; the check itself is rounded. */
const LARGEST_SQUARES = 2 ** 61;
/** Customers copied at a time, so that the rows being written stay in the cache while the columns are read. */
const BLOCK_ROWS = 512;

/** `pairs` are the columns, by index, whose products are summed too. The split's codes are copied. */
export function buildMeasureMatrix(
	rows: number,
	columns: readonly MeasureColumn[],
	pairs: readonly (readonly [number, number])[],
	split: Split | null = null,
): MeasureMatrix {
	const centers = Float64Array.from(columns, ({ values }) => centerOf(values));
	const isZero = columns.map(({ values }, index) => values.every((value) => value === centers[index]));
	const isWhole = columns.every(({ values }, index) => areSmallWholes(values, centers[index]!));
	const shape = planRun(isZero, pairs);
	const { values, splitCodes, room } = allocate(rows, shape, isWhole, split);
	splitCodes?.set(split!.codes.subarray(0, rows));
	for (let from = 0; from < rows; from += BLOCK_ROWS) {
		const to = Math.min(rows, from + BLOCK_ROWS);
		for (const [column, { values: source }] of columns.entries()) {
			const lane = shape.laneOf[column]!;
			if (lane >= 0) {
				copyColumn(source, centers[column]!, values, from, to, shape.lanes, lane);
			}
		}
	}
	const matrix = {
		...shape,
		rows,
		isWhole,
		values,
		centers,
		scales: Uint8Array.from(columns, ({ scale }) => scale),
		split: splitCodes && { codes: splitCodes, count: split!.count },
		room,
	};
	if (room && isWhole) {
		// All codes are 0 so far.
		aggregatePart(
			{ ...everybody, matrix, codes: room.codes[0], groupCount: split?.count ?? 1, partial: room.totals },
			0,
		);
	}
	return matrix;
}

function allocate(rows: number, shape: RunShape, isWhole: boolean, split: Split | null) {
	const { lanes, products } = shape;
	const splits = split?.count ?? 1;
	const work = partsOf(rows) * KernelMemory.sizeOf(sumsRoomBytes(lanes, MOST_CODES * splits));
	const totals = isWhole ? splits * strideOf(shape) : 0;
	const cells = rows * lanes;
	const bytes = [
		cells * (isWhole ? 4 : 8),
		rows,
		rows,
		split ? rows : 0,
		products.length * 8,
		work,
		totals * 8,
		SUMS_BYTES,
	];
	const memory = KernelMemory.shared(bytes.reduce((sum, size) => sum + KernelMemory.sizeOf(size), 0));
	if (!memory) {
		const values = sharedLike(isWhole ? new Int32Array(0) : new Float64Array(0), cells);
		return { values, splitCodes: split && sharedLike(new Uint8Array(0), rows), room: null };
	}
	const room: KernelRoom = {
		memory: memory.memory,
		codes: [memory.bytes(rows), memory.bytes(rows)],
		products: memory.int32(products.length * 2),
		work: memory.bytes(work),
		totals: memory.float64(totals),
		sums: memory.float64(SUMS_BYTES / 8),
	};
	room.products.set(products.flat());
	const values = isWhole ? memory.int32(cells) : memory.float64(cells);
	return { values, splitCodes: split && memory.bytes(rows), room };
}

/** Whether all deviations are whole numbers of 32 bits whose squares add up to what 64 bits hold with room to spare. */
function areSmallWholes(values: Float64Array, center: number): boolean {
	let squares = 0;
	for (let row = 0; row < values.length; row++) {
		const deviation = values[row]! - center;
		if ((deviation | 0) !== deviation) {
			return false;
		}
		squares += deviation * deviation;
	}
	return squares < LARGEST_SQUARES;
}

function copyColumn(
	source: Float64Array,
	center: number,
	target: Int32Array | Float64Array,
	from: number,
	to: number,
	lanes: number,
	column: number,
): void {
	for (let row = from, cell = from * lanes + column; row < to; row++, cell += lanes) {
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
