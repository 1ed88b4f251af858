import type { Bitmap } from '../columns/Column.ts';
import { sharedBitmap } from './sharedArrays.ts';

export function bitAt(bits: Bitmap, row: number): boolean {
	return ((bits[row >>> 5]! >>> (row & 31)) & 1) === 1;
}

/** Set where `isSet` is not 0; null when no bit is set. */
export function bitmapOf(isSet: Uint8Array): Bitmap | null {
	const bits = sharedBitmap(isSet.length);
	let any = 0;
	for (let row = 0; row < isSet.length; row++) {
		if (isSet[row] !== 0) {
			bits[row >>> 5]! |= 1 << (row & 31);
			any = 1;
		}
	}
	return any === 0 ? null : bits;
}

/** Set where either is. */
export function union(left: Bitmap | null, right: Bitmap | null): Bitmap | null {
	if (left === null || right === null) {
		return left ?? right;
	}
	return left.map((word, at) => word | right[at]!);
}

export function countBits(bits: Bitmap | null): number {
	let count = 0;
	for (let word of bits ?? []) {
		for (; word !== 0; word &= word - 1) {
			count++;
		}
	}
	return count;
}
