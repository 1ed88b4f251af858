import { emptyBitmap, setBit } from '../columns/bitmap.ts';
import type { Bitmap } from '../columns/Column.ts';

/** The rows whose code is that of no segment (the number of segments); null where there are none. */
export function excludedRows(codes: Uint8Array, segments: number): Bitmap | null {
	if (!codes.includes(segments)) {
		return null;
	}
	const rows = emptyBitmap(codes.length);
	for (let row = 0; row < codes.length; row++) {
		if (codes[row] === segments) {
			setBit(rows, row);
		}
	}
	return rows;
}
