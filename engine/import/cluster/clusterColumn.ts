import { columnType } from '#shared/model/columnType.ts';
import { z } from 'zod';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import type { BlobQueue } from './BlobQueue.ts';
import type { ScatteredValues } from './ChunkScatter.ts';

/** What a stored column needs besides its bytes. */
export const clusterColumn = z.strictObject({
	kind: z.enum(['number', 'date', 'timestamp', 'boolean', 'category', 'text']),
	type: columnType,
	length: z.int(),
	array: z.enum(['u8', 'u16', 'i32', 'f64']),
	/** To be added to each stored value that is not null. */
	base: z.int().default(0),
	scale: z.int(),
	isExact: z.boolean(),
	hasNulls: z.boolean(),
	labels: z.array(z.string()),
	textBytes: z.number(),
});
export type ClusterColumn = z.infer<typeof clusterColumn>;

/**
 * How a stored column is kept once its rows are sorted, before that and its nulls and text are known: whole numbers as the distance from
 * the smallest, in as few bytes as all of them fit into.
 */
export function describeStored(source: ChunkReader, column: number, storage: ColumnStorage): ClusterColumn {
	const dictionary = storage.hasDictionary ? source.readDictionary(column) : null;
	const facts = describeColumn(decodeChunks([], 0, storage, dictionary));
	const { kind, array } = facts;
	const { min, max } = storage;
	if ((kind === 'number' || kind === 'date') && array === 'i32' && min !== null && max !== null) {
		const narrow = max - min < 256 ? 'u8' : max - min < 65_536 ? 'u16' : 'i32';
		return { ...facts, array: narrow, base: narrow === 'i32' ? 0 : min };
	}
	// The offsets of a text column are not known to fit into fewer bits.
	return kind === 'text' ? { ...facts, array: 'f64' } : facts;
}

/** Writes a column as plain arrays under `name:values`, `name:nulls` and `name:text`. */
export function writeColumn(blobs: BlobQueue, name: string, column: Column): ClusterColumn {
	blobs.add(`${name}:values`, valuesOf(column));
	if (column.nulls) {
		blobs.add(`${name}:nulls`, column.nulls);
	}
	if (column.kind === 'text') {
		blobs.add(`${name}:text`, column.bytes);
	}
	return describeColumn(column);
}

export function widthOf(array: ClusterColumn['array']): number {
	switch (array) {
		case 'u8':
			return Uint8Array.BYTES_PER_ELEMENT;
		case 'u16':
			return Uint16Array.BYTES_PER_ELEMENT;
		case 'i32':
			return Int32Array.BYTES_PER_ELEMENT;
		case 'f64':
			return Float64Array.BYTES_PER_ELEMENT;
	}
}

/** An array at the beginning of a buffer. */
export function arrayOf(array: ClusterColumn['array'], buffer: SharedArrayBuffer, length: number): ScatteredValues {
	switch (array) {
		case 'u8':
			return new Uint8Array(buffer, 0, length);
		case 'u16':
			return new Uint16Array(buffer, 0, length);
		case 'i32':
			return new Int32Array(buffer, 0, length);
		case 'f64':
			return new Float64Array(buffer, 0, length);
	}
}

function describeColumn(column: Column): ClusterColumn {
	return {
		kind: column.kind,
		type: column.type,
		length: column.length,
		array: arrayName(valuesOf(column)),
		base: 0,
		scale: column.kind === 'number' ? column.scale : 0,
		isExact: column.kind === 'number' ? column.isExact : true,
		hasNulls: column.nulls !== null,
		labels: column.kind === 'category' ? [...column.labels] : [],
		textBytes: column.kind === 'text' ? column.bytes.length : 0,
	};
}

function valuesOf(column: Column): ScatteredValues {
	switch (column.kind) {
		case 'category':
			return column.codes;
		case 'text':
			return column.offsets;
		case 'number':
		case 'date':
		case 'timestamp':
		case 'boolean':
			return column.values;
	}
}

function arrayName(values: ScatteredValues): ClusterColumn['array'] {
	return values instanceof Int32Array
		? 'i32'
		: values instanceof Float64Array
			? 'f64'
			: values instanceof Uint16Array
				? 'u16'
				: 'u8';
}
