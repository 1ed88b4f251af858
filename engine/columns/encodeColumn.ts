import { assertNever } from '#shared/base/assertNever.ts';
import type { Column } from './Column.ts';
import { encodeCodes, encodeNumbers, encodeText, type EncodedValues } from './encodeChunk.ts';

/** A column as one chunk: the inverse of decodeChunks. Codes refer to the dictionary that the labels came from. */
export function encodeColumn(column: Column): EncodedValues {
	const { length, nulls } = column;
	switch (column.kind) {
		case 'number':
		case 'date':
		case 'timestamp':
			return encodeNumbers(column.values, length, nulls);
		case 'boolean':
			return encodeNumbers(Int32Array.from(column.values), length, nulls);
		case 'category':
			return encodeCodes(Int32Array.from(column.codes), length, nulls);
		case 'text':
			return encodeText(Int32Array.from(column.offsets), column.bytes, length, nulls);
		default:
			return assertNever(column);
	}
}
