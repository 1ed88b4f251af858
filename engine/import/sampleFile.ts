import { closeSync, openSync, readSync } from 'node:fs';
import { EngineError } from '#shared/protocol/envelope.ts';
import { inspectFile, type FileFacts } from './inspectFile.ts';

const HEAD_BYTES = 128 * 1024;
const PIECE_BYTES = 32 * 1024;
/** Where the further pieces start, as shares of the file. */
const PIECES_AT = [0.25, 0.5, 0.75, 1];

export interface FileSample extends FileFacts {
	readonly path: string;
	/** From the first byte on, a byte order mark included. */
	readonly head: Uint8Array;
	/** From arbitrary bytes further on; none where the head is the whole file. */
	readonly pieces: readonly Uint8Array[];
	readonly hasByteOrderMark: boolean;
}

/**
 * Parts of a file from which its dialect and types are told. Throws an EngineError, which speaks of `shownPath`, where it
 * cannot be a table of text.
 */
export function sampleFile(path: string, shownPath = path): FileSample {
	const facts = inspectFile(path);
	const fd = openSync(path, 'r');
	try {
		const head = readPiece(fd, 0, Math.min(HEAD_BYTES, facts.sizeBytes));
		const pieces =
			facts.sizeBytes > HEAD_BYTES + PIECES_AT.length * PIECE_BYTES
				? PIECES_AT.map((share) => readPiece(fd, Math.floor((facts.sizeBytes - PIECE_BYTES) * share), PIECE_BYTES))
				: facts.sizeBytes > HEAD_BYTES
					? [readPiece(fd, HEAD_BYTES, facts.sizeBytes - HEAD_BYTES)]
					: [];
		refuseForeignFormats(shownPath, head);
		[head, ...pieces].forEach((piece) => refuseBinary(shownPath, piece));
		return { ...facts, path, head, pieces, hasByteOrderMark: startsWith(head, [0xef, 0xbb, 0xbf]) };
	} finally {
		closeSync(fd);
	}
}

/**
 * The same from bytes that were read and converted already; `isComplete` says whether they are the whole file. Of a longer
 * file nothing further on is known.
 */
export function sampleOfBytes(path: string, facts: FileFacts, bytes: Uint8Array, isComplete: boolean): FileSample {
	const head = bytes.subarray(0, HEAD_BYTES);
	const later = bytes.length > HEAD_BYTES + PIECES_AT.length * PIECE_BYTES ? PIECES_AT : [];
	const pieces = later.map((share) => {
		const start = Math.floor((bytes.length - PIECE_BYTES) * share);
		return bytes.subarray(start, start + PIECE_BYTES);
	});
	[head, ...pieces].forEach((piece) => refuseBinary(path, piece));
	return {
		...facts,
		sizeBytes: isComplete ? bytes.length : Infinity,
		path,
		head,
		pieces,
		hasByteOrderMark: startsWith(head, [0xef, 0xbb, 0xbf]),
	};
}

function readPiece(fd: number, start: number, length: number): Uint8Array {
	const bytes = new Uint8Array(length);
	return bytes.subarray(0, readSync(fd, bytes, 0, length, start));
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}

function refuseForeignFormats(path: string, head: Uint8Array): void {
	if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) {
		throw new EngineError('data', `${path} is UTF-16 text. Save it as CSV UTF-8 and import that.`);
	}
	if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) {
		throw new EngineError('data', `${path} is a workbook or a zip file. Save its table as CSV and import that.`);
	}
	if (startsWith(head, [0x1f, 0x8b])) {
		throw new EngineError('data', `${path} is compressed. Unpack it and import the file inside.`);
	}
}

/** Tab, line feed, form feed, carriage return, the end of a DOS file and the separators that databases write between fields are none of these. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\x03-\x08\x0b\x0e-\x19\x1b\x7f]/g;

/** Text has no NUL, and hardly any control characters but tabs and line breaks. */
function refuseBinary(path: string, bytes: Uint8Array): void {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	if (bytes.includes(0) || (text.match(CONTROLS)?.length ?? 0) > bytes.length / 100) {
		throw new EngineError('data', `${path} is not a text file. Export the table as CSV and import that.`);
	}
}
