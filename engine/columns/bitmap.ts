import type { Bitmap } from './Column.ts';

/** Bytes are on a SharedArrayBuffer, all bits 0. */
export function emptyBitmap(rows: number): Bitmap {
	return new Uint32Array(new SharedArrayBuffer(((rows + 31) >>> 5) * 4));
}

export function hasBit(bitmap: Bitmap, row: number): boolean {
	return ((bitmap[row >>> 5]! >>> (row & 31)) & 1) === 1;
}

export function setBit(bitmap: Bitmap, row: number): void {
	bitmap[row >>> 5]! |= 1 << (row & 31);
}

export function countBits(bitmap: Bitmap): number {
	let count = 0;
	for (let word = 0; word < bitmap.length; word++) {
		let bits = bitmap[word]!;
		bits -= (bits >>> 1) & 0x55555555;
		bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
		count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
	}
	return count;
}

/** Copies `rows` bits of `from`, starting at its bit 0, to bit `at` of `to`. */
export function copyBits(from: Bitmap, rows: number, to: Bitmap, at: number): void {
	for (let row = 0; row < rows; row++) {
		if (hasBit(from, row)) {
			setBit(to, at + row);
		}
	}
}
