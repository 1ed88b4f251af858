import { isUtf8 } from 'node:buffer';
import type { TableSource } from '#shared/model/tableSource.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { fixedWidthText } from './text/fixedWidthText.ts';
import { requoteText } from './text/requoteText.ts';
import { transcodeBytes } from './text/transcodeBytes.ts';

/**
 * Delimited or fixed-width text as the scanner reads it, line for line: in UTF-8 (delimited text of UTF-8 or windows-1252
 * stays as it is), fixed-width columns as comma-separated ones, apostrophes around texts as double quotes. `note` is told what a person should know.
 */
export async function* convertText(
	path: string,
	bytes: AsyncIterable<Uint8Array>,
	{ format, encoding, columnStarts, apostrophes }: TableSource,
	note: (sentence: string) => void,
): AsyncGenerator<Uint8Array> {
	const replaced = `Some characters of ${path} do not exist in its encoding (${encoding ?? 'utf-8'}); they stand as \uFFFD.`;
	const text = encoding === null ? bytes : transcodeBytes(bytes, encoding, () => note(replaced));
	if (format !== 'fixed-width') {
		yield* apostrophes ? requoteText(text, apostrophes.charCodeAt(0)) : text;
		return;
	}
	const checked = encoding === null ? watched(text, () => note(replaced)) : text;
	try {
		for await (const lines of fixedWidthText(checked, columnStarts ?? [0])) {
			yield Buffer.from(lines);
		}
	} catch (error) {
		throw error instanceof RangeError
			? new EngineError('data', `${path} has a line without an end. It is no text in lines.`, { cause: error })
			: error;
	}
}

async function* watched(bytes: AsyncIterable<Uint8Array>, onForeign: () => void): AsyncGenerator<Uint8Array> {
	for await (const chunk of bytes) {
		const start = chunk.findIndex((byte) => (byte & 0xc0) !== 0x80);
		let end = chunk.length;
		while (end > 0 && chunk.length - end < 4 && chunk[end - 1]! >= 0x80) {
			end--;
		}
		if (!isUtf8(chunk.subarray(Math.max(start, 0), end))) {
			onForeign();
		}
		yield chunk;
	}
}
