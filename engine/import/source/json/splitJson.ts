import { EngineError } from '#shared/protocol/envelope.ts';

/** One value of a file of JSON as its text, with its place: the line in JSON Lines, the number of the value else. */
export interface JsonText {
	readonly text: string;
	readonly place: number;
}

const MAX_VALUE_BYTES = 64 * 2 ** 20;
export const MAX_DEPTH = 200;

const LINE_FEED = 10;
const QUOTE = 34;
const COMMA = 44;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** The beginning of a value that its chunk cuts off, in pieces, since joining them chunk by chunk would copy it again and again. */
class HeldBytes {
	sizeBytes = 0;
	private pieces: Uint8Array[] = [];

	add(path: string, bytes: Uint8Array): void {
		this.pieces.push(bytes);
		this.sizeBytes += bytes.length;
		if (this.sizeBytes > MAX_VALUE_BYTES) {
			throw new EngineError(
				'data',
				`${path} holds a single value of more than ${MAX_VALUE_BYTES / 2 ** 20} MB. A table is a list of objects, one per row; export it that way.`,
			);
		}
	}

	/** The text of what is held and some bytes behind it; nothing is held afterwards. */
	take(rest: Uint8Array): string {
		const text = Buffer.concat([...this.pieces, rest]).toString('utf8');
		this.pieces = [];
		this.sizeBytes = 0;
		return text;
	}
}

/** The lines of JSON Lines that are not blank, some at a time. */
export async function* splitJsonLines(path: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<JsonText[]> {
	const held = new HeldBytes();
	let place = 0;
	for await (const chunk of bytes) {
		const found: JsonText[] = [];
		let start = 0;
		for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
			addText(found, textOf(held, chunk, start, end), ++place);
			start = end + 1;
		}
		held.add(path, chunk.subarray(start));
		yield found;
	}
	const last: JsonText[] = [];
	addText(last, held.take(new Uint8Array(0)), place + 1);
	yield last;
}

/**
 * The elements of a JSON array, or values that simply follow each other, without holding more than one at a time. Only
 * brackets and strings are looked at; whether a value is JSON is told by who parses it. A value that the file cuts off is
 * given as it is.
 */
export async function* splitJsonValues(path: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<JsonText[]> {
	const held = new HeldBytes();
	let place = 0;
	let depth = 0;
	let isInArray = false;
	let isString = false;
	let isEscaped = false;
	let isBegun = false;
	for await (const chunk of bytes) {
		const found: JsonText[] = [];
		let start = 0;
		const take = (end: number) => {
			found.push({ text: textOf(held, chunk, start, end), place: ++place });
			isBegun = false;
		};
		for (let at = 0; at < chunk.length; at++) {
			const byte = chunk[at]!;
			if (isString) {
				if (isEscaped) {
					isEscaped = false;
				} else if (byte === BACKSLASH) {
					isEscaped = true;
				} else if (byte === QUOTE) {
					isString = false;
				}
				continue;
			}
			if (depth === 0) {
				if (byte === OPEN_BRACKET && !isInArray && !isBegun) {
					isInArray = true;
					continue;
				}
				if (isGap(byte)) {
					if (isBegun) {
						take(at);
					}
					isInArray &&= byte !== CLOSE_BRACKET;
					continue;
				}
				if (!isBegun) {
					isBegun = true;
					start = at;
				}
			}
			if (byte === QUOTE) {
				isString = true;
			} else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
				if (++depth > MAX_DEPTH) {
					throw tooDeep(path);
				}
			} else if ((byte === CLOSE_BRACE || byte === CLOSE_BRACKET) && depth > 0 && --depth === 0) {
				take(at + 1);
			}
		}
		if (isBegun) {
			held.add(path, chunk.subarray(start));
		}
		yield found;
	}
	if (isBegun) {
		yield [{ text: held.take(new Uint8Array(0)), place: place + 1 }];
	}
}

/** White space, what stands between the elements of an array, and a byte order mark. */
function isGap(byte: number): boolean {
	return byte <= 32 || byte === COMMA || byte === CLOSE_BRACKET || byte === 0xef || byte === 0xbb || byte === 0xbf;
}

function textOf(held: HeldBytes, chunk: Uint8Array, start: number, end: number): string {
	return held.sizeBytes > 0
		? held.take(chunk.subarray(start, end))
		: Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('utf8', start, end);
}

export function tooDeep(path: string): EngineError {
	return new EngineError(
		'data',
		`${path} nests its values more than ${MAX_DEPTH} levels deep. Export it as a flat table.`,
	);
}

function addText(found: JsonText[], line: string, place: number): void {
	const text = line.trim();
	// A byte order mark counts as white space to trim().
	if (text !== '') {
		found.push({ text, place });
	}
}
