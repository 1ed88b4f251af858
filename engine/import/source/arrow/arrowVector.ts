import { DataType, DateUnit, Precision, TimeUnit, Vector, type Data } from 'apache-arrow';
import { shortSingle } from '../sourceNumbers.ts';
import { MAX_TEXT_BYTES } from '../vectors/joinVectors.ts';
import { numberVector } from '../vectors/numberVector.ts';
import type { NumberMeaning, SourceVector, Texts } from '../vectors/SourceVector.ts';
import { dividedNumbers, wholeNumbers } from '../vectors/words.ts';
import { arrowRead, dictionaryRead, requireWhole } from './arrowValues.ts';

/** Vectors hold decimals of so many places. */
const MAX_SCALE = 22;
/** Of a decimal as 32-bit words: more only repeat the sign of what a double can hold. */
const NUMBER_WORDS = 2;

/** The rows of a column from `from` up to `to`; `whole` is known to hold as many values as it claims (see requireWhole). */
export function arrowVector(whole: Data, from: number, to: number): SourceVector {
	const data = from === 0 && to === whole.length ? whole : whole.slice(from, to - from);
	const vector = new Vector([data]);
	return (
		(DataType.isDictionary(data.type) ? labels(data) : (texts(data) ?? numbers(vector, data))) ??
		otherValues(vector, data)
	);
}

function otherValues(vector: Vector, data: Data): SourceVector {
	const read = DataType.isDictionary(data.type) ? dictionaryRead(data) : arrowRead(vector, data);
	return { kind: 'values', values: Array.from({ length: data.length }, (_, row) => read(row)) };
}

function numbers(vector: Vector, data: Data): SourceVector | null {
	const { type, length } = data;
	const stored = (meaning: NumberMeaning, values: Int32Array | Float64Array | null, scale = 0) =>
		values && (numberVector(meaning, scale, values, nullFlags(data))?.vector ?? null);
	if (DataType.isInt(type)) {
		return type.bitWidth === 64
			? stored('integer', type.isSigned ? wholeNumbers(wordsOf(data)) : null)
			: stored('integer', smallNumbers(data.values, length));
	}
	if (DataType.isFloat(type)) {
		const read = type.precision === Precision.DOUBLE ? Number : (value: unknown) => shortSingle(Number(value));
		return stored(
			'double',
			doubles(data, (row) => read(vector.get(row))),
		);
	}
	if (DataType.isDecimal(type)) {
		return type.scale >= 0 && type.scale <= MAX_SCALE ? stored('decimal', unscaledNumbers(data), type.scale) : null;
	}
	if (DataType.isBool(type)) {
		return stored(
			'boolean',
			Int32Array.from({ length }, (_, row) => (vector.get(row) ? 1 : 0)),
		);
	}
	if (DataType.isDate(type)) {
		return type.unit === DateUnit.DAY ? stored('date', smallNumbers(data.values, length)) : null;
	}
	return DataType.isTimestamp(type) ? stored('timestamp', instants(wordsOf(data), type.unit)) : null;
}

function texts(data: Data): SourceVector | null {
	const found = textsOf(data);
	return found && { kind: 'texts', ...found, nulls: nullFlags(data) };
}

/** Null for what is no text. Throws where a text begins before the one before it ends. */
function textsOf(data: Data): Texts | null {
	const { type, length, values: bytes } = data;
	if (DataType.isUtf8View(type)) {
		return viewedTexts(data);
	}
	if (!(DataType.isUtf8(type) || DataType.isLargeUtf8(type)) || !(bytes instanceof Uint8Array)) {
		return null;
	}
	const offsets: ArrayLike<number | bigint> = data.valueOffsets;
	const places =
		offsets instanceof Int32Array ? offsets : Int32Array.from({ length: length + 1 }, (_, row) => Number(offsets[row]));
	for (let row = 0; row < length; row++) {
		if (!(places[row]! >= 0 && places[row + 1]! >= places[row]! && places[row + 1]! <= bytes.length)) {
			throw new Error('a text lies outside of its data');
		}
	}
	return { bytes, starts: places.subarray(0, length), ends: places.subarray(1, length + 1) };
}

const VIEW_BYTES = 16;
const INLINE_BYTES = 12;

/** Texts of up to twelve bytes stand in the view itself, longer ones in one of several buffers. Throws where they do not. */
function viewedTexts({ values, length, variadicBuffers }: Data): Texts {
	const views = values instanceof Uint8Array ? values : new Uint8Array(0);
	const view = new DataView(views.buffer, views.byteOffset, views.byteLength);
	const starts = new Int32Array(length);
	const ends = new Int32Array(length);
	let size = 0;
	for (let row = 0; row < length; row++) {
		const bytes = view.getInt32(row * VIEW_BYTES, true);
		const buffer = bytes > INLINE_BYTES ? variadicBuffers[view.getInt32(row * VIEW_BYTES + 8, true)] : views;
		const at = bytes > INLINE_BYTES ? view.getInt32(row * VIEW_BYTES + 12, true) : row * VIEW_BYTES + 4;
		if (bytes < 0 || at < 0 || !buffer || at + bytes > buffer.length) {
			throw new Error('a text lies outside of its data');
		}
		starts[row] = size;
		size += bytes;
		ends[row] = size;
		if (size > MAX_TEXT_BYTES) {
			throw new Error('its texts are too long to be held in memory');
		}
	}
	const pool = new Uint8Array(size);
	for (let row = 0; row < length; row++) {
		const bytes = ends[row]! - starts[row]!;
		if (bytes > INLINE_BYTES) {
			const at = view.getInt32(row * VIEW_BYTES + 12, true);
			pool.set(variadicBuffers[view.getInt32(row * VIEW_BYTES + 8, true)]!.subarray(at, at + bytes), starts[row]);
		} else {
			const from = row * VIEW_BYTES + 4 - starts[row]!;
			for (let at = starts[row]!; at < ends[row]!; at++) {
				pool[at] = views[from + at]!;
			}
		}
	}
	return { bytes: pool, starts, ends };
}

/** Batches share the dictionary, which need not be read for each. */
const dictionaries = new WeakMap<Data, Texts>();

/** Null for dictionaries of several parts, of other than texts, or with a null in them. */
function labels(data: Data): SourceVector | null {
	const [part, ...more] = data.dictionary?.data ?? [];
	if (!part || more.length > 0 || part.nullCount > 0) {
		return null;
	}
	requireWhole(part);
	const known = dictionaries.get(part) ?? textsOf(part);
	if (!known) {
		return null;
	}
	dictionaries.set(part, known);
	const codes = smallNumbers(data.values, data.length);
	const nulls = nullFlags(data);
	if (!(codes instanceof Int32Array)) {
		return null;
	}
	const used = nulls ? codes.map((code, row) => (nulls[row] === 1 ? 0 : code)) : codes;
	if (used.some((code, row) => !(code >= 0 && code < known.starts.length) && nulls?.[row] !== 1)) {
		throw new Error('a value is missing in its dictionary');
	}
	return { kind: 'labels', codes: used, labels: known, nulls };
}

/** A byte per row, 1 where it has no value; null where every row has one. */
function nullFlags(data: Data): Uint8Array | null {
	return data.nullCount === 0
		? null
		: Uint8Array.from({ length: data.length }, (_, row) => (data.getValid(row) ? 0 : 1));
}

/** Null where the values are not of 8 to 32 bits. */
function smallNumbers(values: unknown, length: number): Int32Array | Float64Array | null {
	if (values instanceof Int32Array) {
		return values.subarray(0, length);
	}
	if (values instanceof Uint32Array) {
		return new Float64Array(values.subarray(0, length));
	}
	const isSmall =
		values instanceof Int8Array ||
		values instanceof Uint8Array ||
		values instanceof Int16Array ||
		values instanceof Uint16Array;
	return isSmall ? new Int32Array(values.subarray(0, length)) : null;
}

function doubles({ values, length }: Data, read: (row: number) => number): Float64Array {
	return values instanceof Float64Array
		? values.slice(0, length)
		: Float64Array.from({ length }, (_, row) => read(row));
}

/** Low and high words of 64-bit numbers. */
function wordsOf({ values, length }: Data): Int32Array {
	if (!(values instanceof BigInt64Array)) {
		throw new Error('its numbers are not of 64 bits');
	}
	return new Int32Array(values.buffer, values.byteOffset, length * 2);
}

/** Rounds down to the millisecond, also before 1970. Times without a zone are read as UTC. */
function instants(words: Int32Array, unit: TimeUnit): Int32Array | Float64Array | null {
	switch (unit) {
		case TimeUnit.SECOND: {
			const seconds = wholeNumbers(words);
			return seconds && Float64Array.from(seconds, (value) => value * 1000);
		}
		case TimeUnit.MILLISECOND:
			return wholeNumbers(words);
		case TimeUnit.MICROSECOND:
			return dividedNumbers(words, 1000);
		case TimeUnit.NANOSECOND:
			return dividedNumbers(words, 1_000_000);
	}
}

/** Null where one has more digits than a double holds. */
function unscaledNumbers({ values, stride, length }: Data): Int32Array | Float64Array | null {
	const all: ArrayLike<number> = values;
	const words = new Int32Array(length * NUMBER_WORDS);
	for (let row = 0; row < length; row++) {
		const at = row * stride;
		words[2 * row] = all[at]!;
		words[2 * row + 1] = stride > 1 ? all[at + 1]! : words[2 * row]! >> 31;
		for (let word = NUMBER_WORDS; word < stride; word++) {
			if ((all[at + word]! | 0) !== words[2 * row + 1]! >> 31) {
				return null;
			}
		}
	}
	return wholeNumbers(words);
}
