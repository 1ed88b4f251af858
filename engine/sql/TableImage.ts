import { writeSync } from 'node:fs';

export const PAGE_BYTES = 32_768;
/** Longest payload of a row that stays within its page (SQLite file format 1.6, "X"). */
const MOST_LOCAL = PAGE_BYTES - 35;
const LEAST_LOCAL = Math.floor(((PAGE_BYTES - 12) * 32) / 255) - 23;
const LEAF = 13;
const INTERIOR = 5;
const LEAF_HEADER = 8;
const INTERIOR_HEADER = 12;
/** Cells of the longest row numbers that fit in an interior page: two bytes of pointer, four of page number, seven of row. */
const MOST_CHILDREN = Math.floor((PAGE_BYTES - INTERIOR_HEADER) / 13);

interface ChildPage {
	readonly page: number;
	readonly lastRow: number;
}

/**
 * Writes the b-tree of one SQLite table straight into the pages of a database file, rows in ascending order: about ten times
 * as fast as INSERT, since nothing is parsed, compared or written twice. Format: https://sqlite.org/fileformat2.html
 */
export class TableImage {
	readonly #file: number;
	readonly #allocate: () => number;
	readonly #leaves: ChildPage[] = [];
	readonly #page = new Uint8Array(PAGE_BYTES);
	#cells = 0;
	#content = PAGE_BYTES;
	#row = 0;

	/** `allocate` gives the number of the next free page. */
	constructor(file: number, allocate: () => number) {
		this.#file = file;
		this.#allocate = allocate;
	}

	/** Adds the next row: a record of `length` bytes. */
	add(record: Uint8Array, length: number): void {
		const row = this.#row + 1;
		const isWhole = length <= MOST_LOCAL;
		const local = isWhole ? length : localBytes(length);
		const cell = varintBytes(length) + varintBytes(row) + local + (isWhole ? 0 : 4);
		if (this.#content - cell < LEAF_HEADER + (this.#cells + 1) * 2) {
			this.#closeLeaf();
		}
		this.#row = row;
		this.#content -= cell;
		const page = this.#page;
		const pointer = LEAF_HEADER + this.#cells++ * 2;
		page[pointer] = this.#content >>> 8;
		page[pointer + 1] = this.#content & 255;
		let at = writeVarint(page, this.#content, length);
		at = writeVarint(page, at, row);
		if (isWhole) {
			for (let byte = 0; byte < length; byte++) {
				page[at + byte] = record[byte]!;
			}
		} else {
			page.set(record.subarray(0, local), at);
			writeUint32(page, at + local, this.#overflow(record.subarray(local, length)));
		}
	}

	/** Ends the table: its root is written into page `root`. */
	finish(root: number): void {
		if (this.#leaves.length === 0) {
			this.#writeLeaf(root);
			return;
		}
		this.#closeLeaf();
		let level: readonly ChildPage[] = this.#leaves;
		do {
			level = this.#interiorLevel(level, root);
		} while (level.length > 1);
	}

	#closeLeaf(): void {
		const page = this.#allocate();
		this.#writeLeaf(page);
		this.#leaves.push({ page, lastRow: this.#row });
		this.#page.fill(0);
		this.#cells = 0;
		this.#content = PAGE_BYTES;
	}

	#writeLeaf(page: number): void {
		this.#page[0] = LEAF;
		writeUint16(this.#page, 3, this.#cells);
		writeUint16(this.#page, 5, this.#content);
		writePage(this.#file, page, this.#page);
	}

	#interiorLevel(children: readonly ChildPage[], root: number): ChildPage[] {
		// A page with a single child would have no cell, which SQLite does not read.
		const width = children.length % MOST_CHILDREN === 1 ? MOST_CHILDREN - 1 : MOST_CHILDREN;
		const parents: ChildPage[] = [];
		for (let start = 0; start < children.length; start += width) {
			const part = children.slice(start, start + width);
			const page = part.length === children.length ? root : this.#allocate();
			const lastRow = this.#writeInterior(page, part);
			parents.push({ page, lastRow });
		}
		return parents;
	}

	#writeInterior(page: number, children: readonly ChildPage[]): number {
		const bytes = new Uint8Array(PAGE_BYTES);
		// The last child is the right-most pointer and needs no cell.
		const { page: rightmost, lastRow: lastOfAll } = children.at(-1)!;
		let content = PAGE_BYTES;
		for (const [cell, { page: child, lastRow }] of children.slice(0, -1).entries()) {
			content -= 4 + varintBytes(lastRow);
			writeUint16(bytes, INTERIOR_HEADER + cell * 2, content);
			writeUint32(bytes, content, child);
			writeVarint(bytes, content + 4, lastRow);
		}
		bytes[0] = INTERIOR;
		writeUint16(bytes, 3, children.length - 1);
		writeUint16(bytes, 5, content);
		writeUint32(bytes, 8, rightmost);
		writePage(this.#file, page, bytes);
		return lastOfAll;
	}

	/** Writes the rest of a long record into pages of its own; returns the first. */
	#overflow(rest: Uint8Array): number {
		const first = this.#allocate();
		let page = first;
		for (let at = 0; at < rest.length; at += PAGE_BYTES - 4) {
			const part = rest.subarray(at, at + PAGE_BYTES - 4);
			const isLast = at + part.length >= rest.length;
			const next = isLast ? 0 : this.#allocate();
			const bytes = new Uint8Array(PAGE_BYTES);
			writeUint32(bytes, 0, next);
			bytes.set(part, 4);
			writePage(this.#file, page, bytes);
			page = next;
		}
		return first;
	}
}

function localBytes(length: number): number {
	const wanted = LEAST_LOCAL + ((length - LEAST_LOCAL) % (PAGE_BYTES - 4));
	return wanted <= MOST_LOCAL ? wanted : LEAST_LOCAL;
}

function writePage(file: number, page: number, bytes: Uint8Array): void {
	writeSync(file, bytes, 0, PAGE_BYTES, (page - 1) * PAGE_BYTES);
}

function writeUint16(bytes: Uint8Array, at: number, value: number): void {
	bytes[at] = value >>> 8;
	bytes[at + 1] = value & 255;
}

export function writeUint32(bytes: Uint8Array, at: number, value: number): void {
	writeUint16(bytes, at, value >>> 16);
	writeUint16(bytes, at + 2, value & 0xffff);
}

/** Bytes of a number below 2^49 as SQLite's variable-length integer: seven bits each, high bits first. */
export function varintBytes(value: number): number {
	let bytes = 1;
	for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) {
		bytes++;
	}
	return bytes;
}

/** Returns the place behind. */
export function writeVarint(bytes: Uint8Array, at: number, value: number): number {
	if (value < 128) {
		bytes[at] = value;
		return at + 1;
	}
	const end = at + varintBytes(value);
	let rest = value;
	for (let place = end - 1; place >= at; place--) {
		bytes[place] = (rest % 128) | (place === end - 1 ? 0 : 128);
		rest = Math.floor(rest / 128);
	}
	return end;
}
