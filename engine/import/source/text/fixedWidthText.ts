import { StringDecoder } from 'node:string_decoder';
import { quoteText } from '../canonicalText.ts';

/** A line longer than this is taken for a file without lines. */
const MAX_LINE_CHARACTERS = 4 * 2 ** 20;

/**
 * Lines of fixed-width text in UTF-8 (or windows-1252) as lines of comma-separated text, one for one, so that line numbers
 * stay what they are. Blanks around a value are not part of it. Throws a RangeError for lines without an end.
 */
export async function* fixedWidthText(
	bytes: AsyncIterable<Uint8Array>,
	columnStarts: readonly number[],
): AsyncGenerator<string> {
	const decoder = new StringDecoder('utf8');
	let rest = '';
	for await (const chunk of bytes) {
		const text = rest + decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
		const end = text.lastIndexOf('\n');
		rest = text.slice(end + 1);
		if (rest.length > MAX_LINE_CHARACTERS) {
			throw new RangeError('A line has no end');
		}
		if (end >= 0) {
			yield splitLines(text.slice(0, end).split('\n'), columnStarts);
		}
	}
	rest += decoder.end();
	if (rest !== '') {
		yield splitLines([rest], columnStarts);
	}
}

function splitLines(lines: readonly string[], starts: readonly number[]): string {
	return lines.map((line) => `${line.trim() === '' ? '' : splitLine(line, starts)}\n`).join('');
}

function splitLine(line: string, starts: readonly number[]): string {
	return starts.map((start, index) => quoteText(line.slice(start, starts[index + 1]).trim())).join(',');
}
