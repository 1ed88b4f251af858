import { KernelMemory } from '../../kernels/KernelMemory.ts';
import { kernelOf } from '../../kernels/kernelOf.ts';
import { scanModule } from '../../kernels/scanModule.ts';
import { FieldBlock } from './FieldBlock.ts';
import type { PlainScan } from './indexPlainRecords.ts';

/** Rows wider than this are left to the twin in TypeScript, so that the memory of the kernel can be of a fixed size. */
const MAX_FIELDS = 4096;
const BLOCK_BYTES = 1.5 * 2 ** 20;
/** Marks that the kernel may set beyond those of a full block. */
const SPARE_MARKS = 80;

interface ScanExports {
	useBlock(
		starts: number,
		ends: number,
		numbers: number,
		places: number,
		recordStarts: number,
		recordEnds: number,
		marks: number,
		plain: number,
		lowest: number,
		highest: number,
		fieldCount: number,
		capacity: number,
	): void;
	useScan(kinds: number, scales: number, separators: number, delimiter: number, newline: number): void;
	indexPlainRecords(base: number, from: number, stop: number, limit: number, record: number, end: number): number;
	nextPosition(): number;
	findLabels(base: number, cache: number, cell: number, end: number): number;
	findShortLabels(base: number, cache: number, cell: number, end: number): number;
	rememberLabel(base: number, cache: number, cell: number, code: number): void;
}

/** As assembly/scan.ts has them. */
export const SHORT_LABEL_LENGTH = 16;
const LABEL_CACHE_BYTES = 1024 * 40;
/** Columns of few labels beyond these do without a cache. */
const MAX_LABEL_CACHES = 32;

/** The compiled twin of indexPlainRecords with the memory that it shares with the block and the buffer it reads. */
export class ScanKernel {
	readonly block: FieldBlock;
	/** The only buffer that the kernel can read. */
	readonly buffer: Uint8Array;
	readonly #exports: ScanExports;
	readonly #memory: KernelMemory;
	#labelCaches = 0;

	constructor(scan: PlainScan, bufferBytes: number) {
		const memory = KernelMemory.own(BLOCK_BYTES + bufferBytes + MAX_LABEL_CACHES * LABEL_CACHE_BYTES);
		this.#memory = memory;
		const fieldCount = scan.kinds.length;
		this.block = new FieldBlock(fieldCount, memory);
		this.buffer = memory.bytes(bufferBytes);
		this.#exports = kernelOf<ScanExports>(scanModule, memory.memory);
		const { starts, ends, numbers, places, plain, lowest, highest, recordStarts, recordEnds, capacity } = this.block;
		const marks = memory.int32(fieldCount * capacity + SPARE_MARKS);
		this.#exports.useBlock(
			starts.byteOffset,
			ends.byteOffset,
			numbers.byteOffset,
			places.byteOffset,
			recordStarts.byteOffset,
			recordEnds.byteOffset,
			marks.byteOffset,
			plain.byteOffset,
			lowest.byteOffset,
			highest.byteOffset,
			fieldCount,
			capacity,
		);
		const kinds = copyInto(memory, scan.kinds);
		const scales = copyInto(memory, scan.scales);
		this.#exports.useScan(kinds, scales, copyInto(memory, scan.dateSeparators), scan.delimiter, scan.newline);
	}

	static canRead(fieldCount: number): boolean {
		return fieldCount <= MAX_FIELDS;
	}

	/** As indexPlainRecords, of the kernel's own block while that uses the kernel's own buffer. */
	index(from: number, stop: number, limit: number, record: number, end: number): number {
		const records = this.#exports.indexPlainRecords(this.buffer.byteOffset, from, stop, limit, record, end);
		this.block.next = this.#exports.nextPosition();
		return records;
	}

	/** Room for the labels of one column; null where too many columns have some. */
	labelCache(): Uint8Array | null {
		return this.#labelCaches++ < MAX_LABEL_CACHES ? this.#memory.bytes(LABEL_CACHE_BYTES) : null;
	}

	/**
	 * Codes of the labels that the cache knows into the numbers of their cells; the first cell of another label, or `end`. `isShort`
	 * is quicker, and knows no label of more than SHORT_LABEL_LENGTH bytes.
	 */
	findLabels(cache: Uint8Array, cell: number, end: number, isShort: boolean): number {
		const { byteOffset } = this.buffer;
		return isShort
			? this.#exports.findShortLabels(byteOffset, cache.byteOffset, cell, end)
			: this.#exports.findLabels(byteOffset, cache.byteOffset, cell, end);
	}

	rememberLabel(cache: Uint8Array, cell: number, code: number): void {
		this.#exports.rememberLabel(this.buffer.byteOffset, cache.byteOffset, cell, code);
	}
}

function copyInto(memory: KernelMemory, values: Uint8Array): number {
	const copy = memory.bytes(values.length);
	copy.set(values);
	return copy.byteOffset;
}
