import { closeSync, openSync, writeSync } from 'node:fs';
import {
	Bool,
	BufferType,
	Data,
	DateDay,
	Decimal,
	Field,
	Float64,
	Int32,
	Int64,
	makeData,
	RecordBatch,
	RecordBatchFileWriter,
	Schema,
	Struct,
	TimestampMillisecond,
	Utf8,
	type DataType,
} from 'apache-arrow';
import { assertNever } from '#shared/base/assertNever.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { Bitmap, Column } from '../../columns/Column.ts';
import type { SourceColumn } from './RowSource.ts';
import type { TableFormat, TableWriter } from './TableWriter.ts';

const DECIMAL_PRECISION = 18;
const DECIMAL_WORDS = 4;

/** An Arrow IPC file, which is Feather version 2, uncompressed: one record batch per block, exact types, moments in UTC. */
export const arrowFormat: TableFormat = {
	id: 'arrow',
	open: (path, _, columns) => new ArrowFileWriter(path, columns),
};

class ArrowFileWriter implements TableWriter {
	private readonly file: number;
	private readonly writer = new RecordBatchFileWriter();
	private readonly sink: AsyncIterator<Uint8Array>;
	private readonly drained: Promise<void>;
	private readonly schema: Schema;
	private failure: unknown = null;
	private isBegun = false;

	constructor(path: string, columns: readonly SourceColumn[]) {
		this.file = openSync(path, 'wx');
		this.schema = new Schema(columns.map((column) => new Field(column.name, arrowType(column), true)));
		this.sink = this.writer[Symbol.asyncIterator]();
		this.drained = this.drain();
	}

	async write(columns: readonly Column[], rows: number): Promise<void> {
		const children = columns.map((column, index) => dataOf(column, this.schema.fields[index]!.type, rows));
		const data = makeData({ type: new Struct(this.schema.fields), length: rows, nullCount: 0, children });
		this.isBegun = true;
		this.writer.write(new RecordBatch(this.schema, data));
		await new Promise((resolve) => setImmediate(resolve));
		this.throwFailure();
	}

	async finish(): Promise<readonly string[]> {
		if (!this.isBegun) {
			// Without any batch the file would lack its schema.
			const children = this.schema.fields.map(
				({ type }) =>
					new Data(type, 0, 0, 0, { [BufferType.DATA]: new Uint8Array(0), [BufferType.OFFSET]: new Int32Array(1) }),
			);
			this.writer.write(new RecordBatch(this.schema, makeData({ type: new Struct(this.schema.fields), children })));
		}
		this.writer.finish();
		await this.drained;
		this.throwFailure();
		closeSync(this.file);
		return [];
	}

	abandon(): void {
		this.writer.abort();
		closeSync(this.file);
	}

	private async drain(): Promise<void> {
		try {
			for (let next = await this.sink.next(); !next.done; next = await this.sink.next()) {
				for (let written = 0; written < next.value.length;) {
					written += writeSync(this.file, next.value, written);
				}
			}
		} catch (error) {
			this.failure = error;
		}
	}

	private throwFailure(): void {
		if (this.failure instanceof Error) {
			throw this.failure;
		}
	}
}

function arrowType({ type, scale, isExact, isWide }: SourceColumn): DataType {
	switch (type) {
		case 'integer':
			return isWide ? new Int64() : new Int32();
		case 'decimal':
			return isExact ? new Decimal(scale, DECIMAL_PRECISION, 128) : new Float64();
		case 'date':
			return new DateDay();
		case 'timestamp':
			return new TimestampMillisecond('UTC');
		case 'boolean':
			return new Bool();
		case 'text':
			return new Utf8();
		default:
			return assertNever(type);
	}
}

function dataOf(column: Column, type: DataType, rows: number): Data {
	const { nulls } = column;
	const make = (data: ArrayBufferView, valueOffsets?: Int32Array) =>
		new Data(type, 0, rows, nulls ? -1 : 0, {
			[BufferType.DATA]: data,
			...(nulls && { [BufferType.VALIDITY]: bitsOf(rows, (row) => !hasBit(nulls, row)) }),
			...(valueOffsets && { [BufferType.OFFSET]: valueOffsets }),
		});
	switch (column.kind) {
		case 'number':
			return make(numbersOf(column.values.subarray(0, rows), type));
		case 'date':
			return make(column.values.slice(0, rows));
		case 'timestamp':
			return make(BigInt64Array.from(column.values.subarray(0, rows), BigInt));
		case 'boolean':
			return make(bitsOf(rows, (row) => column.values[row] === 1));
		case 'category': {
			const labels = column.labels.map((label) => encoder.encode(label));
			const { bytes, offsets } = joined(rows, nulls, (row) => labels[column.codes[row]!]!);
			return make(bytes, offsets);
		}
		case 'text': {
			const { bytes, offsets } = joined(rows, nulls, (row) =>
				column.bytes.subarray(column.offsets[row], column.offsets[row + 1]),
			);
			return make(bytes, offsets);
		}
		default:
			return assertNever(column);
	}
}

const encoder = new TextEncoder();

/** The UTF-8 of all rows, one behind the other. */
function joined(
	rows: number,
	nulls: Bitmap | null,
	read: (row: number) => Uint8Array,
): { readonly bytes: Uint8Array; readonly offsets: Int32Array } {
	const offsets = new Int32Array(rows + 1);
	const isNull = (row: number) => nulls !== null && hasBit(nulls, row);
	for (let row = 0; row < rows; row++) {
		offsets[row + 1] = offsets[row]! + (isNull(row) ? 0 : read(row).length);
	}
	const bytes = new Uint8Array(offsets[rows]!);
	for (let row = 0; row < rows; row++) {
		if (!isNull(row)) {
			bytes.set(read(row), offsets[row]);
		}
	}
	return { bytes, offsets };
}

function numbersOf(values: Int32Array | Float64Array, type: DataType): ArrayBufferView {
	if (type instanceof Decimal) {
		const words = new Int32Array(values.length * DECIMAL_WORDS);
		const long = new DataView(words.buffer);
		for (let row = 0; row < values.length; row++) {
			const value = values[row]!;
			long.setBigInt64(row * 16, BigInt(value), true);
			long.setInt32(row * 16 + 8, value < 0 ? -1 : 0, true);
			long.setInt32(row * 16 + 12, value < 0 ? -1 : 0, true);
		}
		return words;
	}
	if (type instanceof Int64) {
		return BigInt64Array.from(values, BigInt);
	}
	return type instanceof Float64 ? Float64Array.from(values) : Int32Array.from(values);
}

/** Least significant bit first, padded to 8 bytes. */
function bitsOf(rows: number, isSet: (row: number) => boolean): Uint8Array {
	const bits = new Uint8Array(((rows + 63) >> 6) * 8);
	for (let row = 0; row < rows; row++) {
		bits[row >> 3]! |= isSet(row) ? 1 << (row & 7) : 0;
	}
	return bits;
}
