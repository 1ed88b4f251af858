import type { ColumnSummary } from '#shared/model/table.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import { encodeLabels } from '../../columns/dictionary.ts';
import { encodeCodes, type EncodedValues } from '../../columns/encodeChunk.ts';
import { encodeColumn } from '../../columns/encodeColumn.ts';
import { gatherRows } from '../../columns/gatherRows.ts';
import { shownValue } from '../../columns/shownValue.ts';
import type { ImportedColumn } from '../ImportedTable.ts';
import { typeOfFormat, type ColumnFormat } from '../scan/ColumnFormat.ts';
import { eachKept, type WrittenColumn } from '../scan/ColumnWriter.ts';
import { decodeWritten, storageOf } from './decodeWritten.ts';
import { DictionaryMerger } from './DictionaryMerger.ts';

/** Labels above which a column is kept as plain text from there on. */
const MAX_LABELS = 65_536;
const MAX_INT32 = 0x7fffffff;

/** Turns the morsels of one column into chunks of one file, and adds up what is to be known of the column. */
export class ColumnLoader {
	readonly #name: string;
	readonly #format: ColumnFormat;
	readonly #labels = new DictionaryMerger();
	#isText: boolean;
	#nulls = 0;
	#min: number | null = null;
	#max: number | null = null;
	#isWide = false;

	constructor(name: string, format: ColumnFormat) {
		this.#name = name;
		this.#format = format;
		this.#isText = format.kind === 'text';
	}

	/** Morsels must come in order of the file. */
	add(written: WrittenColumn): EncodedValues {
		const values = written.labels ? this.#recode(written) : written;
		this.#nulls += values.nulls;
		if (values.min !== null && values.max !== null) {
			this.#min = Math.min(this.#min ?? values.min, values.min);
			this.#max = Math.max(this.#max ?? values.max, values.max);
			this.#isWide ||=
				values.encoding === 'f64' || Math.abs(values.min) > MAX_INT32 || Math.abs(values.max) > MAX_INT32;
		}
		if (values.encoding.startsWith('text')) {
			this.#isText = true;
		}
		return values;
	}

	/** Null where the column has no dictionary. */
	dictionary(): Uint8Array | null {
		return this.#labels.count > 0 ? this.#labels.encode() : null;
	}

	finish(): ImportedColumn {
		const format: ColumnFormat = this.#isText ? { kind: 'text' } : this.#format;
		const storage = storageOf(format, {
			isWide: this.#isWide,
			min: this.#min,
			max: this.#max,
			hasDictionary: this.#labels.count > 0,
		});
		const scale = this.#format.kind === 'number' ? this.#format.scale : 0;
		const summary: ColumnSummary = {
			name: this.#name,
			type: typeOfFormat(format),
			nulls: this.#nulls,
			distinct: format.kind === 'category' ? this.#labels.count : null,
			min: shownValue(this.#min, this.#format.kind, scale),
			max: shownValue(this.#max, this.#format.kind, scale),
		};
		return { summary, storage, format: this.#format };
	}

	#recode(written: WrittenColumn): EncodedValues {
		const codes = this.#labels.count > MAX_LABELS ? null : this.#labels.merge(written.labels!);
		if (codes === null || this.#labels.count > MAX_LABELS) {
			return asText(written);
		}
		if (written.encoding === 'code8' && codes.every((code) => code < 256)) {
			if (codes.some((code, index) => code !== index)) {
				const body = written.data.subarray(0, written.rows);
				for (let row = 0; row < body.length; row++) {
					body[row] = codes[body[row]!]!;
				}
			}
			return written;
		}
		const column = decodeWritten(written, this.#format);
		if (column.kind !== 'category') {
			throw new Error('A column with labels must be a category');
		}
		const recoded = Int32Array.from(column.codes, (code) => codes[code] ?? 0);
		return encodeCodes(recoded, written.rows, column.nulls);
	}
}

/** Rows of a morsel without the dropped ones, given in ascending order. */
export function withoutRows(written: WrittenColumn, format: ColumnFormat, dropped: Int32Array): WrittenColumn {
	const column = decodeWritten(written, format);
	const kept = new Int32Array(column.length - dropped.length);
	eachKept(dropped, column.length, (from, to) => (kept[to] = from));
	return { ...encodeColumn(gatherRows(column, kept)), labels: written.labels };
}

/** Codes of a column that has too many labels by now, as text. */
function asText(written: WrittenColumn): EncodedValues {
	const text = decodeChunks(
		[{ ...written, column: 0, chunk: 0 }],
		written.rows,
		storageOf({ kind: 'text' }, { isWide: false, min: null, max: null, hasDictionary: true }),
		encodeLabels(written.labels!),
	);
	return encodeColumn(text);
}
