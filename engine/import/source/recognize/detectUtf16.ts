import type { SourceEncoding } from '#shared/model/tableSource.ts';
import { startsWith } from './refuseForeignFormat.ts';

const LOOKED_AT_BYTES = 4096;
/** Share of the pairs whose one byte is zero: signs that are ASCII. Delimiters, digits and line breaks make more than this of any table. */
const LEAST_SHARE = 0.08;
const LATIN_SHARE = 0.4;

export interface Utf16Guess {
	readonly encoding: Extract<SourceEncoding, 'utf-16le' | 'utf-16be'>;
	readonly confidence: number;
	readonly reason: string;
}

/**
 * UTF-16 by its byte order mark, or without one by where the zero bytes stand, since other text has none: in every second byte, as far
 * as the text is ASCII, and never in the other. Null for anything else.
 */
export function detectUtf16(head: Uint8Array): Utf16Guess | null {
	const marked = startsWith(head, [0xff, 0xfe]) ? 'utf-16le' : startsWith(head, [0xfe, 0xff]) ? 'utf-16be' : null;
	if (marked !== null) {
		return { encoding: marked, confidence: 1, reason: 'The file starts with the byte order mark of UTF-16.' };
	}
	const zeros = [0, 0];
	const length = Math.min(head.length, LOOKED_AT_BYTES) & ~1;
	for (let at = 0; at < length; at++) {
		zeros[at & 1]! += head[at] === 0 ? 1 : 0;
	}
	const [even = 0, odd = 0] = zeros.map((count) => count / Math.max(length / 2, 1));
	const [share, other, encoding] = odd > even ? ([odd, even, 'utf-16le'] as const) : ([even, odd, 'utf-16be'] as const);
	const isLatin = share > LATIN_SHARE && other < 0.05;
	if (!isLatin && (share < LEAST_SHARE || other > 0.005 || !isText(head.subarray(0, length), encoding))) {
		return null;
	}
	const reason = 'Every sign has two bytes, without a byte order mark: UTF-16.';
	return { encoding, confidence: isLatin ? 0.98 : 0.9, reason };
}

/** Whether bytes are letters, digits, marks and line breaks in an encoding and nothing else, ASCII beside one other script. */
function isText(bytes: Uint8Array, encoding: Utf16Guess['encoding']): boolean {
	const text = new TextDecoder(encoding).decode(bytes);
	const pages = new Map<number, number>();
	for (let at = 0; at < text.length; at++) {
		const page = text.charCodeAt(at) >> 8;
		pages.set(page, (pages.get(page) ?? 0) + 1);
	}
	const [first = 0, second = 0] = [...pages.values()].sort((a, b) => b - a);
	const isOneScript = first + second > text.length * 0.95;
	return isOneScript && !/[\p{Cn}\p{Co}\p{Cs}\ufffd]|(?![\t\r\n])\p{Cc}/u.test(text.slice(0, -1));
}
