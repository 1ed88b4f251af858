const QUOTE = 34;
const APOSTROPHE = 39;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Where a byte stands. `start`: of a field; `plain`: in a field without apostrophes; `quoted`: within apostrophes; `apostrophe`: behind
 * one of those that may end them; `double`: in a field that begins with a double quote, which means nothing here; `doubleReturn`: there
 * behind a carriage return, which may belong to the line break.
 */
type Place = 'start' | 'plain' | 'quoted' | 'apostrophe' | 'double' | 'doubleReturn';

/**
 * Delimited text whose texts are enclosed in apostrophes as text with double quotes, line for line. Two apostrophes within a text are
 * one; a single one that no delimiter or line break follows (`'O'Brien'`) is part of the text. One pass over the bytes, which may be in
 * any encoding whose ASCII signs are single bytes.
 */
export async function* requoteText(bytes: AsyncIterable<Uint8Array>, delimiter: number): AsyncGenerator<Uint8Array> {
	const text = new Requoter(delimiter);
	for await (const chunk of bytes) {
		yield text.write(chunk);
	}
	yield text.end();
}

class Requoter {
	readonly #delimiter: number;
	#place: Place = 'start';
	#isFirst = true;
	#out = new Uint8Array(0);
	#at = 0;

	constructor(delimiter: number) {
		this.#delimiter = delimiter;
	}

	write(chunk: Uint8Array): Uint8Array {
		// A byte becomes at most two, but for the first of a field, and what the last chunk left open.
		this.#out = new Uint8Array(chunk.length * 3 + 4);
		this.#at = 0;
		let from = 0;
		if (this.#isFirst && BYTE_ORDER_MARK.every((byte, index) => chunk[index] === byte)) {
			this.#put(...BYTE_ORDER_MARK);
			from = BYTE_ORDER_MARK.length;
		}
		this.#isFirst = false;
		for (let at = from; at < chunk.length; at++) {
			this.#add(chunk[at]!);
		}
		return this.#out.subarray(0, this.#at);
	}

	end(): Uint8Array {
		this.#out = new Uint8Array(4);
		this.#at = 0;
		if (this.#place !== 'start' && this.#place !== 'plain' && this.#place !== 'quoted') {
			this.#put(QUOTE);
		}
		return this.#out.subarray(0, this.#at);
	}

	#add(byte: number): void {
		switch (this.#place) {
			case 'start':
				this.#begin(byte);
				return;
			case 'plain':
				this.#put(byte);
				this.#place = this.#endsField(byte) ? 'start' : 'plain';
				return;
			case 'quoted':
				if (byte === APOSTROPHE) {
					this.#place = 'apostrophe';
				} else {
					this.#inText(byte);
				}
				return;
			case 'apostrophe':
				if (this.#endsField(byte)) {
					this.#put(QUOTE, byte);
					this.#place = 'start';
				} else if (byte === APOSTROPHE) {
					this.#put(APOSTROPHE);
					this.#place = 'quoted';
				} else {
					this.#put(APOSTROPHE);
					this.#inText(byte);
					this.#place = 'quoted';
				}
				return;
			case 'double':
				this.#inDouble(byte);
				return;
			case 'doubleReturn':
				if (byte === LINE_FEED) {
					this.#put(QUOTE, CARRIAGE_RETURN, LINE_FEED);
					this.#place = 'start';
				} else {
					this.#put(QUOTE, CARRIAGE_RETURN);
					this.#begin(byte);
				}
				return;
		}
	}

	#begin(byte: number): void {
		if (byte === APOSTROPHE) {
			this.#put(QUOTE);
			this.#place = 'quoted';
		} else if (byte === QUOTE) {
			this.#put(QUOTE, QUOTE, QUOTE);
			this.#place = 'double';
		} else {
			this.#put(byte);
			this.#place = this.#endsField(byte) ? 'start' : 'plain';
		}
	}

	#inDouble(byte: number): void {
		if (byte === CARRIAGE_RETURN) {
			this.#place = 'doubleReturn';
		} else if (this.#endsField(byte)) {
			this.#put(QUOTE, byte);
			this.#place = 'start';
		} else {
			this.#inText(byte);
		}
	}

	#inText(byte: number): void {
		if (byte === QUOTE) {
			this.#put(QUOTE);
		}
		this.#put(byte);
	}

	#endsField(byte: number): boolean {
		return byte === this.#delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN;
	}

	#put(...bytes: readonly number[]): void {
		for (const byte of bytes) {
			this.#out[this.#at++] = byte;
		}
	}
}
