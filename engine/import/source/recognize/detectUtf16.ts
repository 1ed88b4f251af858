import type { SourceEncoding } from '#shared/model/tableSource.ts';
import { startsWith } from './refuseForeignFormat.ts';

const LOOKED_AT_BYTES = 4096;

/**
 * UTF-16 by its byte order mark, or without one by where the zero bytes stand: text that is mostly Latin has them in every second
 * byte. Null for anything else.
 */
export function detectUtf16(head: Uint8Array): Extract<SourceEncoding, 'utf-16le' | 'utf-16be'> | null {
	if (startsWith(head, [0xff, 0xfe])) {
		return 'utf-16le';
	}
	if (startsWith(head, [0xfe, 0xff])) {
		return 'utf-16be';
	}
	const zeros = [0, 0];
	const length = Math.min(head.length, LOOKED_AT_BYTES) & ~1;
	for (let at = 0; at < length; at++) {
		zeros[at & 1]! += head[at] === 0 ? 1 : 0;
	}
	const [even = 0, odd = 0] = zeros.map((count) => count / Math.max(length / 2, 1));
	if (odd > 0.4 && even < 0.05) {
		return 'utf-16le';
	}
	return even > 0.4 && odd < 0.05 ? 'utf-16be' : null;
}
