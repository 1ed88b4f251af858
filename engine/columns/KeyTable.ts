import type { Column } from './Column.ts';
import { hasBit } from './bitmap.ts';
import { IntegerKeys } from './IntegerKeys.ts';
import { TextKeys } from './TextKeys.ts';

const MAX_INTEGER_DIGITS = 15;
const encoder = new TextEncoder();

/**
 * Customer keys to dense ids in order of first appearance. An integer and its plain spelling are the same key ("17" = 17);
 * any other spelling ("007", "+17", "17.0") is text and another key. Text is compared byte by byte, case and spaces count.
 */
export class KeyTable {
	count = 0;
	readonly #integers = new IntegerKeys();
	readonly #texts = new TextKeys();

	/** See IntegerKeys.expect. */
	expectIntegers(min: number, max: number, rows: number): void {
		this.#integers.expect(min, max, rows);
	}

	findInteger(key: number): number {
		return this.#integers.find(key);
	}

	findText(bytes: Uint8Array, start: number, end: number): number {
		const integer = integerOf(bytes, start, end);
		return Number.isNaN(integer) ? this.#texts.find(bytes, start, end) : this.#integers.find(integer);
	}

	/** The id of the key; a new key gets the next one. */
	addInteger(key: number): number {
		const id = this.#integers.find(key);
		if (id >= 0) {
			return id;
		}
		this.#integers.add(key, this.count);
		return this.count++;
	}

	addText(bytes: Uint8Array, start: number, end: number): number {
		const integer = integerOf(bytes, start, end);
		if (!Number.isNaN(integer)) {
			return this.addInteger(integer);
		}
		const id = this.#texts.findOrAdd(bytes, start, end, this.count);
		this.count += id === this.count ? 1 : 0;
		return id;
	}

	/** Ids of the rows of a key column into `ids` from `at` on, -1 where the row has no key; unknown keys are added. */
	addColumn(column: Column, ids: Int32Array, at: number): void {
		if (column.kind === 'number' && !column.nulls) {
			this.count = this.#integers.addAll(column.values, ids, at, this.count);
			return;
		}
		eachKey(
			column,
			(key) => this.addInteger(key),
			(bytes, start, end) => this.addText(bytes, start, end),
			(row, id) => (ids[at + row] = id),
		);
	}

	/** Ids of the rows of a key column, -1 where the row has no key or one that is not in the table. */
	findColumn(column: Column): Int32Array {
		const ids = new Int32Array(new SharedArrayBuffer(column.length * 4));
		eachKey(
			column,
			(key) => this.findInteger(key),
			(bytes, start, end) => this.findText(bytes, start, end),
			(row, id) => (ids[row] = id),
		);
		return ids;
	}
}

/** Whether a column can hold customer keys: whole numbers or text. */
export function canBeKey(column: Column): boolean {
	return (
		column.kind === 'text' || column.kind === 'category' || (column.kind === 'number' && column.type === 'integer')
	);
}

function eachKey(
	column: Column,
	idOfInteger: (key: number) => number,
	idOfText: (bytes: Uint8Array, start: number, end: number) => number,
	put: (row: number, id: number) => void,
): void {
	const { nulls } = column;
	if (column.kind === 'number') {
		const { values } = column;
		for (let row = 0; row < column.length; row++) {
			put(row, nulls && hasBit(nulls, row) ? -1 : idOfInteger(values[row]!));
		}
	} else if (column.kind === 'text') {
		const { offsets, bytes } = column;
		for (let row = 0; row < column.length; row++) {
			put(row, nulls && hasBit(nulls, row) ? -1 : idOfText(bytes, offsets[row]!, offsets[row + 1]!));
		}
	} else if (column.kind === 'category') {
		const idOfCode = new Int32Array(column.labels.length).fill(-2);
		for (let row = 0; row < column.length; row++) {
			const code = column.codes[row]!;
			if (nulls && hasBit(nulls, row)) {
				put(row, -1);
			} else {
				if (idOfCode[code] === -2) {
					const label = encoder.encode(column.labels[code]);
					idOfCode[code] = idOfText(label, 0, label.length);
				}
				put(row, idOfCode[code]!);
			}
		}
	} else {
		throw new TypeError(`A ${column.kind} column cannot hold customer keys`);
	}
}

/** The number of a plain spelling of a whole number, NaN for any other text. */
function integerOf(bytes: Uint8Array, start: number, end: number): number {
	const isNegative = bytes[start] === 45;
	const first = isNegative ? start + 1 : start;
	const digits = end - first;
	if (digits < 1 || digits > MAX_INTEGER_DIGITS || (bytes[first] === 48 && (digits > 1 || isNegative))) {
		return NaN;
	}
	let value = 0;
	for (let at = first; at < end; at++) {
		const digit = bytes[at]! - 48;
		if (digit >>> 0 > 9) {
			return NaN;
		}
		value = value * 10 + digit;
	}
	return isNegative ? -value : value;
}
