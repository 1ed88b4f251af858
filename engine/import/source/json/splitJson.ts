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

/** The lines of JSON Lines that are not blank, some at a time. */
export async function* splitJsonLines(path: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<JsonText[]> {
	let rest: Buffer = Buffer.alloc(0);
	let line = 0;
	for await (const chunk of bytes) {
		const buffer = Buffer.concat([rest, chunk]);
		const found: JsonText[] = [];
		let start = 0;
		for (let end = buffer.indexOf(LINE_FEED); end >= 0; end = buffer.indexOf(LINE_FEED, start)) {
			line++;
			addText(found, buffer, start, end, line);
			start = end + 1;
		}
		rest = buffer.subarray(start);
		requireBounded(path, rest.length);
		yield found;
	}
	const last: JsonText[] = [];
	addText(last, rest, 0, rest.length, line + 1);
	yield last;
}

/**
 * The elements of a JSON array, or values that simply follow each other, without holding more than one at a time. Only
 * brackets and strings are looked at; whether a value is JSON is told by who parses it. A value that the file cuts off is
 * given as it is.
 */
export async function* splitJsonValues(path: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<JsonText[]> {
	let rest: Buffer = Buffer.alloc(0);
	let place = 0;
	let depth = 0;
	let isInArray = false;
	let isString = false;
	let isEscaped = false;
	let isBegun = false;
	let start = 0;
	let at = 0;
	for await (const chunk of bytes) {
		const buffer: Buffer = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
		const found: JsonText[] = [];
		const take = (end: number) => {
			found.push({ text: buffer.toString('utf8', start, end), place: ++place });
			isBegun = false;
		};
		for (; at < buffer.length; at++) {
			const byte = buffer[at]!;
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
				const isGap =
					byte <= 32 || byte === COMMA || byte === CLOSE_BRACKET || byte === 0xef || byte === 0xbb || byte === 0xbf;
				if (isGap) {
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
		const keptFrom = isBegun ? start : buffer.length;
		rest = buffer.subarray(keptFrom);
		at -= keptFrom;
		start = 0;
		requireBounded(path, rest.length);
		yield found;
	}
	if (isBegun) {
		yield [{ text: rest.toString('utf8'), place: place + 1 }];
	}
}

export function tooDeep(path: string): EngineError {
	return new EngineError(
		'data',
		`${path} nests its values more than ${MAX_DEPTH} levels deep. Export it as a flat table.`,
	);
}

function addText(found: JsonText[], buffer: Buffer, start: number, end: number, place: number): void {
	const text = buffer.toString('utf8', start, end).trim();
	// A byte order mark counts as white space to trim().
	if (text !== '') {
		found.push({ text, place });
	}
}

function requireBounded(path: string, sizeBytes: number): void {
	if (sizeBytes > MAX_VALUE_BYTES) {
		throw new EngineError(
			'data',
			`${path} holds a single value of more than ${MAX_VALUE_BYTES / 2 ** 20} MB. A table is a list of objects, one per row; export it that way.`,
		);
	}
}
