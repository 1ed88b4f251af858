import {
	capacity,
	FIELD_DATE,
	FIELD_NUMBER,
	fieldCount,
	highestAt,
	kindsAt,
	lowestAt,
	marksAt,
	numbersAt,
	placesAt,
	placeText,
	plainAt,
	recordStartsAt,
	scalesAt,
	separatorsAt,
} from './block';
import { readDate } from './readDate';
import { readFourNumbers } from './readFourNumbers';
import { readNumber } from './readNumber';

/** Fills the cells of one column from the marks. */
export function readColumn(base: usize, field: i32, from: i32, to: i32): void {
	const kind = <i32>load<u8>(kindsAt + field);
	const firstCell = field * capacity + from;
	const count = to - from;
	const stride = (<usize>fieldCount) << 2;
	const mark = marksAt + ((<usize>(from * fieldCount + field)) << 2);
	// A field starts after the mark before it. A carriage return moves the last mark of a record, so that the first field
	// starts where the record does.
	const isFirst = field === 0;
	const starts = isFirst ? recordStartsAt + ((<usize>from) << 2) : mark - 4;
	const startStride: usize = isFirst ? 4 : stride;
	const shift = isFirst ? 0 : 1;
	let isPlain = false;
	if (kind === FIELD_NUMBER) {
		const scale = <i32>load<u8>(scalesAt + field);
		isPlain = readFields(FIELD_NUMBER, scale, base, starts, startStride, shift, mark, stride, firstCell, count);
	} else if (kind === FIELD_DATE) {
		const separator = <i32>load<u8>(separatorsAt + field);
		isPlain = readFields(FIELD_DATE, separator, base, starts, startStride, shift, mark, stride, firstCell, count);
	} else {
		placeTexts(starts, startStride, shift, mark, stride, firstCell, count);
	}
	const plain = plainAt + ((<usize>field) << 2);
	if (isPlain && load<i32>(plain) === from) {
		const low = lowestAt + (<usize>field << 2);
		const high = highestAt + (<usize>field << 2);
		store<i32>(plain, to);
		store<i32>(low, from === 0 ? lowest : min(load<i32>(low), lowest));
		store<i32>(high, from === 0 ? highest : max(load<i32>(high), highest));
	}
}

/** Range of what readFields read last. */
let lowest: i32;
let highest: i32;

/**
 * Whether all were read, numbers with all the places of the column. `detail` is the scale of numbers or the separator of dates. The kind
 * is known where this is inlined, so that each kind has a loop of its own.
 */
// @ts-ignore: decorators of AssemblyScript
@inline
function readFields(
	kind: i32,
	detail: i32,
	base: usize,
	starts: usize,
	startStride: usize,
	shift: i32,
	ends: usize,
	endStride: usize,
	firstCell: i32,
	count: i32,
): bool {
	const wanted = kind === FIELD_NUMBER ? detail : 0;
	const lastCell = firstCell + count;
	let startAt = starts;
	let endAt = ends;
	let uneven = 0;
	let lows = i32x4.splat(i32.MAX_VALUE);
	let highs = i32x4.splat(i32.MIN_VALUE);
	let cell = firstCell;
	while (cell < lastCell) {
		if (
			kind === FIELD_NUMBER &&
			cell + 4 <= lastCell &&
			readFourNumbers(base, shift, startAt, startStride, endAt, endStride, cell, detail)
		) {
			store<u32>(placesAt + cell, <u32>detail * 0x01010101);
			const values = v128.load(numbersAt + ((<usize>cell) << 2));
			lows = i32x4.min_s(lows, values);
			highs = i32x4.max_s(highs, values);
			startAt += 4 * startStride;
			endAt += 4 * endStride;
			cell += 4;
			continue;
		}
		// As many as were tried at once.
		for (const stop = min(cell + 4, lastCell); cell < stop; cell++) {
			const start = load<i32>(startAt) + shift;
			const end = load<i32>(endAt);
			const read =
				kind === FIELD_NUMBER
					? readNumber(base + start, base + end, cell, detail)
					: readDate(base + start, base + end, cell, detail);
			store<i8>(placesAt + cell, <i8>read);
			uneven |= read ^ wanted;
			if (read < 0) {
				placeText(cell, start, end);
			}
			const value = i32x4.splat(load<i32>(numbersAt + ((<usize>cell) << 2)));
			lows = i32x4.min_s(lows, value);
			highs = i32x4.max_s(highs, value);
			startAt += startStride;
			endAt += endStride;
		}
	}
	lowest = least(lows);
	highest = greatest(highs);
	return uneven === 0;
}

// @ts-ignore: decorators of AssemblyScript
@inline
function least(values: v128): i32 {
	return min(
		min(i32x4.extract_lane(values, 0), i32x4.extract_lane(values, 1)),
		min(i32x4.extract_lane(values, 2), i32x4.extract_lane(values, 3)),
	);
}

// @ts-ignore: decorators of AssemblyScript
@inline
function greatest(values: v128): i32 {
	return max(
		max(i32x4.extract_lane(values, 0), i32x4.extract_lane(values, 1)),
		max(i32x4.extract_lane(values, 2), i32x4.extract_lane(values, 3)),
	);
}

function placeTexts(
	starts: usize,
	startStride: usize,
	shift: i32,
	ends: usize,
	endStride: usize,
	firstCell: i32,
	count: i32,
): void {
	for (let cell = firstCell; cell < firstCell + count; cell++) {
		placeText(cell, load<i32>(starts) + shift, load<i32>(ends));
		starts += startStride;
		ends += endStride;
	}
	memory.fill(placesAt + firstCell, 0xff, count);
}
