const MAX_COLUMNS = 16_384;
const MAX_ROWS = 1_048_576;

export interface CellPlace {
	/** From 0. */
	readonly column: number;
	/** From 1, as Excel shows it. */
	readonly row: number;
}

/** Reads `AB12`; null for anything beyond the size of a sheet. */
export function readPlace(reference: string): CellPlace | null {
	let column = 0;
	let at = 0;
	for (; at < reference.length; at++) {
		const letter = reference.charCodeAt(at) & ~32;
		if (letter < 65 || letter > 90) {
			break;
		}
		column = column * 26 + letter - 64;
	}
	let row = 0;
	for (; at < reference.length; at++) {
		const digit = reference.charCodeAt(at) - 48;
		row = digit >= 0 && digit <= 9 ? row * 10 + digit : Infinity;
	}
	const isPlace = column >= 1 && column <= MAX_COLUMNS && row >= 1 && row <= MAX_ROWS;
	return isPlace ? { column: column - 1, row } : null;
}

/** The column of a reference, which must be a place of a sheet; -1 where it is none. */
export function columnOf(reference: string): number {
	return readPlace(reference)?.column ?? -1;
}

/** `AB` for column 27. */
export function columnLetters(column: number): string {
	let letters = '';
	for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
		letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
	}
	return letters;
}
