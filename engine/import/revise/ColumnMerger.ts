import type { ColumnSummary } from '#shared/model/table.ts';
import { emptyBitmap, setBit } from '../../columns/bitmap.ts';
import type { Column } from '../../columns/Column.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import { decodeLabels, labelsOf, type LabelBytes } from '../../columns/dictionary.ts';
import { shownValue } from '../../columns/shownValue.ts';
import { encodeCodes, encodeNumbers, encodeText, type EncodedValues } from '../../columns/encodeChunk.ts';
import { encodeColumn } from '../../columns/encodeColumn.ts';
import { gatherRows } from '../../columns/gatherRows.ts';
import type { ImportedColumn } from '../ImportedTable.ts';
import { DictionaryMerger } from '../load/DictionaryMerger.ts';
import { convertColumn } from './convertColumn.ts';
import type { PartColumn, TablePart } from './TablePart.ts';
import { targetStorage, type TargetStorage } from './targetStorage.ts';

/** Labels above which a column is kept as plain text from there on. */
const MAX_LABELS = 65_536;
const MAX_INT32 = 0x7fffffff;

/** Brings one column of several parts into one form, chunk by chunk, and adds up what is to be known of it. */
export class ColumnMerger {
	readonly #name: string;
	readonly #target: TargetStorage;
	readonly #labels = new DictionaryMerger();
	readonly #first: TablePart | undefined;
	#isText: boolean;
	#nulls = 0;
	#min: number | null = null;
	#max: number | null = null;
	#isWide = false;

	constructor(name: string, parts: readonly TablePart[]) {
		this.#name = name;
		const found = parts.flatMap((part) => {
			const column = part.columns.find((entry) => entry.name === name);
			return column ? [{ part, column }] : [];
		});
		this.#target = targetStorage(found.map(({ column }) => column.storage));
		this.#isText = this.#target.kind === 'text';
		this.#first = found[0]?.part;
		const dictionary = found[0] ? dictionaryOf(found[0].part, found[0].column) : null;
		if (dictionary !== null && isTextKind(this.#target.kind)) {
			// The codes of the first part stay what they are, so that its chunks need no change.
			this.#labels.merge(decodeLabels(dictionary));
		}
	}

	/** One chunk of a part, `kept` being the rows of the chunk that stay; null keeps all. */
	add(part: TablePart, chunk: number, rows: number, kept: Int32Array | null): EncodedValues {
		const column = part.columns.find(({ name }) => name === this.#name);
		const values = column ? this.#read(part, column, chunk, kept) : this.#absent(kept?.length ?? rows);
		this.#nulls += values.nulls;
		if (values.min !== null && values.max !== null) {
			this.#min = Math.min(this.#min ?? values.min, values.min);
			this.#max = Math.max(this.#max ?? values.max, values.max);
			this.#isWide ||=
				values.encoding === 'f64' || Math.abs(values.min) > MAX_INT32 || Math.abs(values.max) > MAX_INT32;
		}
		this.#isText ||= values.encoding.startsWith('text');
		return values;
	}

	/** Null where the column has no dictionary. */
	dictionary(): Uint8Array | null {
		return this.#labels.count > 0 ? this.#labels.encode() : null;
	}

	finish(): ImportedColumn {
		const kind = this.#isText ? 'text' : this.#target.kind;
		const summary: ColumnSummary = {
			name: this.#name,
			type: this.#target.type,
			nulls: this.#nulls,
			// Labels of rows that were left out are still in the dictionary.
			distinct: null,
			min: shownValue(this.#min, this.#target.kind, this.#target.scale),
			max: shownValue(this.#max, this.#target.kind, this.#target.scale),
		};
		const hasDictionary = this.#labels.count > 0;
		const storage = { ...this.#target, kind, isWide: this.#isWide, min: this.#min, max: this.#max, hasDictionary };
		return { summary, storage };
	}

	#read(part: TablePart, column: PartColumn, chunk: number, kept: Int32Array | null): EncodedValues {
		const encoded = part.reader.readChunk(column.position, chunk);
		if (kept === null && this.#isUnchanged(part, column)) {
			return encoded;
		}
		const all = decodeChunks([encoded], encoded.rows, column.storage, dictionaryOf(part, column));
		return this.#encode(convertColumn(kept === null ? all : gatherRows(all, kept), this.#target));
	}

	#isUnchanged(part: TablePart, { storage }: PartColumn): boolean {
		const { kind, scale, isExact } = this.#target;
		if (isTextKind(kind)) {
			return part === this.#first && isTextKind(storage.kind);
		}
		return storage.kind === kind && storage.scale === scale && storage.isExact === isExact;
	}

	#encode(column: Column): EncodedValues {
		if (column.kind !== 'category' && column.kind !== 'text') {
			return encodeColumn(column);
		}
		const labels = column.kind === 'text' ? labelsOfText(column) : labelsOf(column.labels);
		const codes = this.#isText || this.#labels.count > MAX_LABELS ? null : this.#labels.merge(labels);
		if (codes === null || this.#labels.count > MAX_LABELS) {
			const text = column.kind === 'text' ? column : textOf(column);
			return encodeText(Int32Array.from(text.offsets), text.bytes, text.length, text.nulls);
		}
		const rowCodes = column.kind === 'text' ? codes : recoded(column.codes, codes);
		return encodeCodes(rowCodes, column.length, column.nulls);
	}

	#absent(rows: number): EncodedValues {
		const nulls = emptyBitmap(rows);
		for (let row = 0; row < rows; row++) {
			setBit(nulls, row);
		}
		if (!isTextKind(this.#target.kind)) {
			return encodeNumbers(new Int32Array(rows), rows, nulls);
		}
		return this.#isText
			? encodeText(new Int32Array(rows + 1), new Uint8Array(0), rows, nulls)
			: encodeCodes(new Int32Array(rows), rows, nulls);
	}
}

function recoded(rows: Uint8Array | Uint16Array | Int32Array, codes: Int32Array): Int32Array {
	const to = new Int32Array(rows.length);
	// A table without any label still has rows without a value, whose code 0 is none.
	if (codes.length > 0) {
		for (let row = 0; row < rows.length; row++) {
			to[row] = codes[rows[row]!]!;
		}
	}
	return to;
}

function isTextKind(kind: TargetStorage['kind']): boolean {
	return kind === 'category' || kind === 'text';
}

function dictionaryOf(part: TablePart, column: PartColumn): Uint8Array | null {
	return column.storage.hasDictionary ? part.reader.readDictionary(column.position) : null;
}

function labelsOfText({ length, offsets, bytes }: Extract<Column, { kind: 'text' }>): LabelBytes {
	return { count: length, offsets: Int32Array.from(offsets), bytes };
}

function textOf(column: Extract<Column, { kind: 'category' }>): Extract<Column, { kind: 'text' }> {
	const labels = labelsOf(column.labels);
	const rows = Int32Array.from(column.codes);
	return {
		...gatherText(labels, rows),
		nulls: column.nulls,
	};
}

function gatherText(labels: LabelBytes, rows: Int32Array): Extract<Column, { kind: 'text' }> {
	const text = gatherRows(
		{ kind: 'text', type: 'text', length: labels.count, offsets: labels.offsets, bytes: labels.bytes, nulls: null },
		rows,
	);
	if (text.kind !== 'text') {
		throw new Error('Text must stay text');
	}
	return text;
}
