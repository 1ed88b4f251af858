/** What all parts of the scanner share: the block that they fill, and what its fields are expected to hold. */

export const QUOTE: i32 = 34;
export const CARRIAGE_RETURN: i32 = 13;
export const FIELD_NUMBER: i32 = 1;
export const FIELD_DATE: i32 = 2;
export const FIELD_TEXT: i32 = 0;

export let startsAt: usize;
export let endsAt: usize;
export let numbersAt: usize;
export let placesAt: usize;
export let recordStartsAt: usize;
export let recordEndsAt: usize;
export let marksAt: usize;
export let plainAt: usize;
export let lowestAt: usize;
export let highestAt: usize;
export let fieldCount: i32;
export let capacity: i32;

/** Where the arrays of the block lie. `marks` has room for every field of a full block and 80 more. */
export function useBlock(
	starts: usize,
	ends: usize,
	numbers: usize,
	places: usize,
	recordStarts: usize,
	recordEnds: usize,
	marks: usize,
	plain: usize,
	lowestOf: usize,
	highestOf: usize,
	fields: i32,
	records: i32,
): void {
	startsAt = starts;
	endsAt = ends;
	numbersAt = numbers;
	placesAt = places;
	recordStartsAt = recordStarts;
	recordEndsAt = recordEnds;
	// One mark before the first field: the line break before the record.
	marksAt = marks + 4;
	plainAt = plain;
	lowestAt = lowestOf;
	highestAt = highestOf;
	fieldCount = fields;
	capacity = records;
}

export let kindsAt: usize;
export let scalesAt: usize;
export let separatorsAt: usize;
export let delimiter: i32;
export let newline: i32;

/** What the fields are expected to hold, one byte of each array for each field. */
export function useScan(kinds: usize, scales: usize, separators: usize, delimiterByte: i32, newlineByte: i32): void {
	kindsAt = kinds;
	scalesAt = scales;
	separatorsAt = separators;
	delimiter = delimiterByte;
	newline = newlineByte;
}

// @ts-ignore: decorators of AssemblyScript
@inline
export function placeText(cell: i32, start: i32, end: i32): void {
	store<i32>(startsAt + ((<usize>cell) << 2), start);
	store<i32>(endsAt + ((<usize>cell) << 2), end);
}
