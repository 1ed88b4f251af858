import { closeSync, openSync, writeSync } from 'node:fs';
import { zstdCompressSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { assertNever } from '#shared/base/assertNever.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { Column } from '../../columns/Column.ts';
import { cellReader } from './cellReader.ts';
import type { SourceColumn } from './RowSource.ts';
import type { TableFormat, TableWriter } from './TableWriter.ts';

const DECIMAL_PRECISION = 18;

/** One row group per block, Zstandard, exact types: decimals as such, days as DATE, moments as TIMESTAMP in UTC. */
export const parquetFormat: TableFormat = {
	id: 'parquet',
	open: (path, _, columns) => new ParquetFileWriter(path, columns),
};

class ParquetFileWriter implements TableWriter {
	private readonly file: number;
	private readonly bytes: FileBytes;
	private readonly writer: ParquetWriter;
	private readonly columns: readonly SourceColumn[];

	constructor(path: string, columns: readonly SourceColumn[]) {
		this.file = openSync(path, 'wx');
		this.bytes = new FileBytes(this.file);
		this.columns = columns;
		this.writer = new ParquetWriter({
			writer: this.bytes,
			schema: [{ name: 'root', num_children: columns.length }, ...columns.map(schemaOf)],
			codec: 'ZSTD',
			compressors: { ZSTD: (bytes) => zstdCompressSync(bytes) },
			createdBy: 'tranche',
		});
	}

	write(columns: readonly Column[], rows: number): void {
		void this.writer.write({
			columnData: columns.map((column, index) => ({
				name: this.columns[index]!.name,
				data: valuesOf(column, this.columns[index]!, rows),
			})),
			rowGroupSize: rows,
		});
	}

	finish(): readonly string[] {
		void this.writer.finish();
		closeSync(this.file);
		return [];
	}

	abandon(): void {
		closeSync(this.file);
	}
}

/** Bytes that go to the file after every row group. */
class FileBytes extends ByteWriter {
	private readonly file: number;

	constructor(file: number) {
		super(1 << 20);
		this.file = file;
	}

	flush(): void {
		const bytes = this.getBytes();
		for (let written = 0; written < bytes.length;) {
			written += writeSync(this.file, bytes, written);
		}
		this.index = 0;
	}

	override finish(): void {
		this.flush();
	}
}

function schemaOf({ name, type, scale, isExact, isWide }: SourceColumn): SchemaElement {
	const base = { name, repetition_type: 'OPTIONAL' } as const;
	switch (type) {
		case 'integer':
			return { ...base, type: isWide ? 'INT64' : 'INT32' };
		case 'decimal':
			return isExact
				? { ...base, type: 'INT64', converted_type: 'DECIMAL', scale, precision: DECIMAL_PRECISION }
				: { ...base, type: 'DOUBLE' };
		case 'date':
			return { ...base, type: 'INT32', converted_type: 'DATE' };
		case 'timestamp':
			return {
				...base,
				type: 'INT64',
				converted_type: 'TIMESTAMP_MILLIS',
				logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
			};
		case 'boolean':
			return { ...base, type: 'BOOLEAN' };
		case 'text':
			return { ...base, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
		default:
			return assertNever(type);
	}
}

/** As the writer of each type takes them; 64-bit values as bigints, which are written as they are. */
function valuesOf(column: Column, { isExact, isWide }: SourceColumn, rows: number): unknown[] {
	const read = (): ((row: number) => unknown) => {
		switch (column.kind) {
			case 'number': {
				const isLong = column.type === 'decimal' ? isExact : isWide;
				return isLong ? (row) => BigInt(column.values[row]!) : (row) => column.values[row]! / 10 ** column.scale;
			}
			case 'timestamp':
				return (row) => BigInt(column.values[row]!);
			case 'date':
				return (row) => column.values[row]!;
			case 'boolean':
			case 'category':
			case 'text':
				return cellReader(column);
			default:
				return assertNever(column);
		}
	};
	const value = read();
	const { nulls } = column;
	return Array.from({ length: rows }, (_, row) => (nulls && hasBit(nulls, row) ? null : value(row)));
}
