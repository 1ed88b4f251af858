import type { SourceEncoding } from '#shared/model/tableSource.ts';

/**
 * Bytes of some encoding as bytes of UTF-8, without a byte order mark. `onReplaced` is told when some bytes were no
 * characters of that encoding; they stand as U+FFFD in the result.
 */
export async function* transcodeBytes(
	bytes: AsyncIterable<Uint8Array>,
	encoding: SourceEncoding,
	onReplaced: () => void = () => undefined,
): AsyncGenerator<Uint8Array> {
	const decoder = new TextDecoder(encoding);
	for await (const chunk of bytes) {
		const text = decoder.decode(chunk, { stream: true });
		if (text.includes('\uFFFD')) {
			onReplaced();
		}
		yield Buffer.from(text);
	}
	const rest = decoder.decode();
	if (rest !== '') {
		onReplaced();
		yield Buffer.from(rest);
	}
}
