import { isAscii, isUtf8 } from 'node:buffer';

const LINE_FEED = 10;
/** Enough to tell an encoding by. */
const KEPT_BYTES = 32 * 1024;

export interface ForeignLines {
	/** Lines with signs beyond ASCII that are proper UTF-8. */
	readonly proper: number;
	/** Lines that are not. */
	readonly foreign: number;
	/** The first of those, with their line breaks. */
	readonly bytes: Uint8Array;
}

/** Which lines of some pieces of a file are UTF-8 beyond ASCII, and which are none. Lines that a piece cuts off are not looked at. */
export function foreignLines(pieces: readonly Uint8Array[], isFirstComplete: boolean): ForeignLines {
	let proper = 0;
	let foreign = 0;
	const kept: Uint8Array[] = [];
	let keptBytes = 0;
	for (const [index, piece] of pieces.entries()) {
		const isCutAtStart = index > 0;
		const isCutAtEnd = index > 0 || !isFirstComplete;
		let start = isCutAtStart ? piece.indexOf(LINE_FEED) + 1 : 0;
		while (start < piece.length) {
			const next = piece.indexOf(LINE_FEED, start);
			if (next < 0 && isCutAtEnd) {
				break;
			}
			const end = next < 0 ? piece.length : next + 1;
			const line = piece.subarray(start, end);
			if (!isAscii(line)) {
				const isProper = isUtf8(line);
				proper += isProper ? 1 : 0;
				foreign += isProper ? 0 : 1;
				if (!isProper && keptBytes < KEPT_BYTES) {
					kept.push(line.subarray(0, KEPT_BYTES - keptBytes));
					keptBytes += line.length;
				}
			}
			start = end;
		}
	}
	return { proper, foreign, bytes: Buffer.concat(kept) };
}
