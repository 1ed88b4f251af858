import type { Bitmap, TextColumn } from './Column.ts';

/** Texts as a column; where there is no value the text is empty. */
export function textColumn(texts: readonly string[], nulls: Bitmap | null = null): TextColumn {
	const parts = texts.map((text) => Buffer.from(text));
	const offsets = new Int32Array(texts.length + 1);
	for (const [row, part] of parts.entries()) {
		offsets[row + 1] = offsets[row]! + part.length;
	}
	return {
		kind: 'text',
		type: 'text',
		length: texts.length,
		offsets,
		bytes: new Uint8Array(Buffer.concat(parts)),
		nulls,
	};
}
