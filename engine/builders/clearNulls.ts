import type { Bitmap } from '../columns/Column.ts';

/** Takes the mark from every row that has no value. */
export function clearNulls(marks: Uint8Array, nulls: Bitmap | null): void {
	for (let word = 0; nulls !== null && word < nulls.length; word++) {
		for (let bits = nulls[word]!; bits !== 0; bits &= bits - 1) {
			marks[word * 32 + (31 - Math.clz32(bits & -bits))] = 0;
		}
	}
}
