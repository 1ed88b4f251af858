import { columnType } from '#shared/model/columnType.ts';
import { z } from 'zod';
import { emptyBitmap } from '../../columns/bitmap.ts';
import type { ClusterReader } from '../../columns/ChunkReader.ts';
import type { Bitmap, Column } from '../../columns/Column.ts';
import { sharedLike } from '../../columns/gatherRows.ts';
import type { ClusterSink } from '../TableSink.ts';

const PART_BYTES = 4 * 2 ** 20;

/** What a stored column needs besides its bytes. */
export const clusterColumn = z.strictObject({
	kind: z.enum(['number', 'date', 'timestamp', 'boolean', 'category', 'text']),
	type: columnType,
	length: z.int(),
	array: z.enum(['u8', 'u16', 'i32', 'f64']),
	scale: z.int(),
	isExact: z.boolean(),
	hasNulls: z.boolean(),
	labels: z.array(z.string()),
	textBytes: z.number(),
});
export type ClusterColumn = z.infer<typeof clusterColumn>;

type Values = Int32Array | Float64Array | Uint8Array | Uint16Array;

/** Writes a column as plain arrays under `name:values`, `name:nulls` and `name:text`. */
export function writeColumn(sink: ClusterSink, name: string, column: Column): ClusterColumn {
	const values = valuesOf(column);
	writeBytes(sink, `${name}:values`, bytesOf(values));
	if (column.nulls) {
		writeBytes(sink, `${name}:nulls`, bytesOf(column.nulls));
	}
	if (column.kind === 'text') {
		writeBytes(sink, `${name}:text`, column.bytes);
	}
	return {
		kind: column.kind,
		type: column.type,
		length: column.length,
		array: arrayName(values),
		scale: column.kind === 'number' ? column.scale : 0,
		isExact: column.kind === 'number' ? column.isExact : true,
		hasNulls: column.nulls !== null,
		labels: column.kind === 'category' ? [...column.labels] : [],
		textBytes: column.kind === 'text' ? column.bytes.length : 0,
	};
}

export function readColumn(reader: ClusterReader, name: string, facts: ClusterColumn): Column {
	const { kind, length, scale, isExact, labels } = facts;
	const values = readArray(reader, `${name}:values`, emptyArray(facts.array, kind === 'text' ? length + 1 : length));
	const nulls: Bitmap | null = facts.hasNulls ? readArray(reader, `${name}:nulls`, emptyBitmap(length)) : null;
	if (kind === 'number' && !(values instanceof Uint8Array) && !(values instanceof Uint16Array)) {
		return { kind, type: facts.type === 'integer' ? 'integer' : 'decimal', length, nulls, values, scale, isExact };
	}
	if (kind === 'date' && values instanceof Int32Array) {
		return { kind, type: 'date', length, nulls, values };
	}
	if (kind === 'timestamp' && values instanceof Float64Array) {
		return { kind, type: 'timestamp', length, nulls, values };
	}
	if (kind === 'boolean' && values instanceof Uint8Array) {
		return { kind, type: 'boolean', length, nulls, values };
	}
	if (kind === 'category' && !(values instanceof Float64Array)) {
		return { kind, type: 'text', length, nulls, codes: values, labels };
	}
	if (kind === 'text' && (values instanceof Int32Array || values instanceof Float64Array)) {
		const bytes = readArray(reader, `${name}:text`, new Uint8Array(new SharedArrayBuffer(facts.textBytes)));
		return { kind, type: 'text', length, nulls, offsets: values, bytes };
	}
	throw new Error(`The clustered column ${name} is not stored as a ${kind} column`);
}

export function writeBytes(sink: ClusterSink, name: string, bytes: Uint8Array): void {
	for (let part = 0; part * PART_BYTES < bytes.length; part++) {
		sink.writeCluster(name, part, bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
	}
}

/** Fills the array from a blob. */
export function readArray<A extends Values | Bitmap>(reader: ClusterReader, name: string, array: A): A {
	const bytes = bytesOf(array);
	let at = 0;
	for (const part of reader.readCluster(name)) {
		bytes.set(part, at);
		at += part.length;
	}
	if (at !== bytes.length) {
		throw new Error(`The clustered events ${name} have ${at} bytes instead of ${bytes.length}`);
	}
	return array;
}

export function bytesOf(array: Values | Bitmap): Uint8Array {
	return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function valuesOf(column: Column): Values {
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

function arrayName(values: Values): ClusterColumn['array'] {
	return values instanceof Int32Array
		? 'i32'
		: values instanceof Float64Array
			? 'f64'
			: values instanceof Uint16Array
				? 'u16'
				: 'u8';
}

function emptyArray(array: ClusterColumn['array'], length: number): Values {
	switch (array) {
		case 'u8':
			return sharedLike(new Uint8Array(0), length);
		case 'u16':
			return sharedLike(new Uint16Array(0), length);
		case 'i32':
			return sharedLike(new Int32Array(0), length);
		case 'f64':
			return sharedLike(new Float64Array(0), length);
	}
}
