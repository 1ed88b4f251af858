import type { ColumnMetaData, PageHeader } from 'hyparquet';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { numberVector } from '../vectors/numberVector.ts';
import type { LabelVector, NumberVector, SourceVector, Texts } from '../vectors/SourceVector.ts';
import type { PlainColumn } from './columnValues.ts';
import { decompressors } from './decompressors.ts';
import { MAX_CODE_BITS, nullFlags, readCodes } from './pageLevels.ts';
import { plainNumbers, plainTexts } from './plainValues.ts';

type Dictionary =
	| { readonly kind: 'numbers'; readonly values: Int32Array | Float64Array }
	| { readonly kind: 'texts'; readonly texts: Texts };

/** Data of a page without its levels. */
interface DataPart {
	readonly bytes: Uint8Array;
	readonly encoding: string;
	readonly nulls: Uint8Array | null;
	readonly rows: number;
	/** Values that stand in the page: those of rows that have one. */
	readonly stored: number;
}

/**
 * The usual pages of a flat column, PLAIN and by dictionary, straight into arrays. What it leaves to hyparquet: other encodings, wide
 * dictionaries, and numbers that a double does not hold.
 */
export class PageValues {
	/** Numbers that are none: NaN and the infinities. */
	lost = 0;
	private readonly column: PlainColumn;
	private readonly codec: ColumnMetaData['codec'];
	private readonly isOptional: boolean;
	/** Null where it is none that is read here. */
	private dictionary: Dictionary | null = null;

	constructor(column: PlainColumn, codec: ColumnMetaData['codec'], isOptional: boolean) {
		this.column = column;
		this.codec = codec;
		this.isOptional = isOptional;
	}

	readDictionary(header: PageHeader, packed: Uint8Array): void {
		const count = header.dictionary_page_header?.num_values ?? 0;
		const bytes = decompressPage(packed, header.uncompressed_page_size, this.codec, decompressors);
		if (this.column.type === 'BYTE_ARRAY') {
			this.dictionary = { kind: 'texts', texts: plainTexts(bytes, count) };
			return;
		}
		const values = plainNumbers(this.column, bytes, count);
		this.dictionary = values && { kind: 'numbers', values };
	}

	/** Null for a page that is not read here. */
	read(header: PageHeader, packed: Uint8Array): SourceVector | null {
		const encoding = header.data_page_header?.encoding ?? header.data_page_header_v2?.encoding;
		const isCoded = encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY';
		if (encoding !== 'PLAIN' && !(isCoded && this.dictionary)) {
			return null;
		}
		const data = header.data_page_header_v2 ? this.dataOfV2(header, packed) : this.dataOfV1(header, packed);
		if (isCoded) {
			return this.coded(data);
		}
		if (this.column.type === 'BYTE_ARRAY') {
			return { kind: 'texts', ...spreadTexts(plainTexts(data.bytes, data.stored), data), nulls: data.nulls };
		}
		const values = plainNumbers(this.column, data.bytes, data.stored);
		return values && this.numbers(values, data);
	}

	private dataOfV1(header: PageHeader, packed: Uint8Array): DataPart {
		const rows = header.data_page_header?.num_values ?? 0;
		const encoding = header.data_page_header?.encoding ?? '';
		const bytes = decompressPage(packed, header.uncompressed_page_size, this.codec, decompressors);
		if (!this.isOptional) {
			return { bytes, encoding, nulls: null, rows, stored: rows };
		}
		const levels = bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
		const nulls = nullFlags(bytes.subarray(4, 4 + levels), rows);
		return { bytes: bytes.subarray(4 + levels), encoding, nulls, rows, stored: rows - countOf(nulls) };
	}

	private dataOfV2(header: PageHeader, packed: Uint8Array): DataPart {
		const facts = header.data_page_header_v2;
		if (!facts) {
			throw new Error('a page header is damaged');
		}
		const { num_values: rows, encoding } = facts;
		const levelsAt = facts.repetition_levels_byte_length;
		const dataAt = levelsAt + facts.definition_levels_byte_length;
		const nulls = this.isOptional ? nullFlags(packed.subarray(levelsAt, dataAt), rows) : null;
		const body = packed.subarray(dataAt);
		const bytes =
			facts.is_compressed === false
				? body
				: decompressPage(body, header.uncompressed_page_size - dataAt, this.codec, decompressors);
		return { bytes, encoding, nulls, rows, stored: rows - countOf(nulls) };
	}

	private coded(data: DataPart): SourceVector | null {
		const { bytes, rows, stored, nulls } = data;
		const dictionary = this.dictionary;
		const width = stored === 0 ? 0 : (bytes[0] ?? 255);
		if (!dictionary || width > MAX_CODE_BITS) {
			return null;
		}
		const dense = new Int32Array(stored);
		const limit = dictionary.kind === 'texts' ? dictionary.texts.starts.length : dictionary.values.length;
		if (width > 0) {
			readCodes(bytes.subarray(1), width, dense, limit);
		} else if (stored > 0 && limit === 0) {
			throw new Error('a value is missing in its dictionary');
		}
		if (dictionary.kind === 'texts') {
			const codes = nulls ? spread(dense, new Int32Array(rows), nulls) : dense;
			return { kind: 'labels', codes, labels: dictionary.texts, nulls } satisfies LabelVector;
		}
		const { values } = dictionary;
		const found = values instanceof Float64Array ? new Float64Array(stored) : new Int32Array(stored);
		for (let index = 0; index < stored; index++) {
			found[index] = values[dense[index]!]!;
		}
		return this.numbers(found, data);
	}

	private numbers(stored: Int32Array | Float64Array, { rows, nulls }: DataPart): NumberVector | null {
		const values = !nulls
			? stored
			: stored instanceof Float64Array
				? spread(stored, new Float64Array(rows), nulls)
				: spread(stored, new Int32Array(rows), nulls);
		const found = numberVector(this.column.meaning, this.column.scale, values, nulls);
		this.lost += found?.lost ?? 0;
		return found && found.vector;
	}
}

/** Dense values in the places of the rows that have one. */
function spread<A extends Int32Array | Float64Array>(dense: A, to: A, nulls: Uint8Array): A {
	let next = 0;
	for (let row = 0; row < to.length; row++) {
		if (nulls[row] === 0) {
			to[row] = dense[next++]!;
		}
	}
	return to;
}

function spreadTexts(texts: Texts, { nulls, rows }: DataPart): Texts {
	if (!nulls) {
		return texts;
	}
	const starts = new Int32Array(rows);
	const ends = new Int32Array(rows);
	let next = 0;
	let end = texts.starts[0] ?? 0;
	for (let row = 0; row < rows; row++) {
		starts[row] = nulls[row] === 0 ? texts.starts[next]! : end;
		end = nulls[row] === 0 ? texts.ends[next++]! : end;
		ends[row] = end;
	}
	return { bytes: texts.bytes, starts, ends };
}

function countOf(flags: Uint8Array | null): number {
	let count = 0;
	for (let row = 0; flags && row < flags.length; row++) {
		count += flags[row]!;
	}
	return count;
}
