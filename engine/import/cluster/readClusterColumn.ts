import { emptyBitmap, hasBit } from '../../columns/bitmap.ts';
import type { ClusterReader } from '../../columns/ChunkReader.ts';
import type { Bitmap, Column } from '../../columns/Column.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import type { ScatteredValues } from './ChunkScatter.ts';
import { arrayOf, widthOf, type ClusterColumn } from './clusterColumn.ts';
import { numberChunks } from './numberChunks.ts';

/** A column as writeColumn and ColumnSorter have left it, on SharedArrayBuffers. */
export function readClusterColumn(reader: ClusterReader, name: string, facts: ClusterColumn): Column {
	const { kind, array, scale, isExact, labels, length } = facts;
	const nulls: Bitmap | null = facts.hasNulls ? readArray(reader, `${name}:nulls`, emptyBitmap(length)) : null;
	const rows = kind === 'text' ? length + 1 : length;
	const values =
		(kind === 'number' || kind === 'date') && (array === 'u8' || array === 'u16')
			? readNarrow(reader, `${name}:values`, facts, array, nulls)
			: readArray(reader, `${name}:values`, arrayOf(array, new SharedArrayBuffer(rows * widthOf(array)), rows));
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

/** Fills the array from a blob. */
export function readArray<A extends ScatteredValues | Bitmap>(reader: ClusterReader, name: string, array: A): A {
	const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
	let at = 0;
	for (const part of reader.readCluster(name)) {
		bytes.set(part, at);
		at += part.length;
	}
	checkSize(name, at, bytes.length);
	return array;
}

/** Whole numbers that are stored as their distance from a base. */
function readNarrow(
	reader: ClusterReader,
	name: string,
	{ length, base }: ClusterColumn,
	encoding: 'u8' | 'u16',
	nulls: Bitmap | null,
): Int32Array {
	const values = new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
	let rows = 0;
	for (const part of numberChunks(asChunks(reader.readCluster(name), encoding, base), Int32Array)) {
		values.set(part.values, rows);
		rows += part.values.length;
	}
	checkSize(name, rows * widthOf(encoding), length * widthOf(encoding));
	for (let row = 0; nulls !== null && row < length; row++) {
		if (hasBit(nulls, row)) {
			values[row] = 0;
		}
	}
	return values;
}

/** Parts of a blob in the form in which columns are stored elsewhere. */
function* asChunks(parts: Iterable<Uint8Array>, encoding: 'u8' | 'u16', base: number): Generator<EncodedChunk> {
	let chunk = 0;
	for (const data of parts) {
		yield {
			column: 0,
			chunk: chunk++,
			rows: data.length / widthOf(encoding),
			encoding,
			min: base,
			max: null,
			nulls: 0,
			data,
		};
	}
}

function checkSize(name: string, found: number, expected: number): void {
	if (found !== expected) {
		throw new Error(`The clustered events ${name} have ${found} bytes instead of ${expected}`);
	}
}
