import { endsAt, numbersAt, startsAt } from './block';

/** Slots of a label cache, and bytes of one: four words of text, length, code. */
const LABEL_SLOTS: u32 = 1024;
const LABEL_SLOT_BYTES: usize = 40;
const MAX_LABEL_LENGTH: i32 = 32;
const SHORT_LABEL_LENGTH: i32 = 16;
const LABEL_FACTOR: u64 = 0x9e3779b97f4a7c15;
/** For labels of 0 to 16 bytes: the bytes of the first word that are theirs, and whether the last eight are wanted, too. */
const HEAD_BYTES = memory.data<u64>([
	0x0000000000000000, 0x00000000000000ff, 0x000000000000ffff, 0x0000000000ffffff, 0x00000000ffffffff,
	0x000000ffffffffff, 0x0000ffffffffffff, 0x00ffffffffffffff, -1, -1, -1, -1, -1, -1, -1, -1, -1,
]);
const TAIL_BYTES = memory.data<u64>([0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1]);

/**
 * Puts the codes of known labels into the numbers of their cells, from cell `cell` on. A cache holds one label a slot, which four
 * words and the length say all of. Returns the first cell whose label is not in the cache, or `end`.
 */
export function findLabels(base: usize, cache: usize, cell: i32, end: i32): i32 {
	for (let at = cell; at < end; at++) {
		const slot = labelSlot(base, cache, at);
		if (slot === 0) {
			return at;
		}
		const length = load<i32>(endsAt + (at << 2)) - load<i32>(startsAt + (at << 2));
		const difference =
			(load<u64>(slot) ^ label0) |
			(load<u64>(slot, 8) ^ label1) |
			(load<u64>(slot, 16) ^ label2) |
			(load<u64>(slot, 24) ^ label3) |
			<u64>(load<i32>(slot, 32) ^ length);
		const code = load<i32>(slot, 36);
		if (difference !== 0 || code < 0) {
			return at;
		}
		store<i32>(numbersAt + (at << 2), code);
	}
	return end;
}

/** The same where no label has more than two words so far: half the work. A longer one counts as not in the cache. */
export function findShortLabels(base: usize, cache: usize, cell: i32, end: i32): i32 {
	for (let at = cell; at < end; at++) {
		const start = base + load<i32>(startsAt + (at << 2));
		const stop = base + load<i32>(endsAt + (at << 2));
		const length = <i32>(stop - start);
		if (length > SHORT_LABEL_LENGTH) {
			return at;
		}
		// By tables, since which of two ways a length takes is a coin toss for the processor.
		const head = load<u64>(start) & load<u64>(HEAD_BYTES + (length << 3));
		const tail = load<u64>(stop - 8) & load<u64>(TAIL_BYTES + (length << 3));
		const slot = cache + slotOf(head ^ (tail * LABEL_FACTOR) ^ length);
		const difference =
			(load<u64>(slot) ^ head) | (load<u64>(slot, 8) ^ tail) | <u64>(load<i32>(slot, 32) ^ length);
		const code = load<i32>(slot, 36);
		if (difference !== 0 || code < 0) {
			return at;
		}
		store<i32>(numbersAt + (at << 2), code);
	}
	return end;
}

// @ts-ignore: decorators of AssemblyScript
@inline
function slotOf(mixed: u64): usize {
	return <usize>((<u32>((mixed * 0xff51afd7ed558ccd) >> 32)) & (LABEL_SLOTS - 1)) * LABEL_SLOT_BYTES;
}

/** Puts the label of a cell into the cache, in the place of another one where need be. */
export function rememberLabel(base: usize, cache: usize, cell: i32, code: i32): void {
	const slot = labelSlot(base, cache, cell);
	if (slot !== 0) {
		store<u64>(slot, label0);
		store<u64>(slot, label1, 8);
		store<u64>(slot, label2, 16);
		store<u64>(slot, label3, 24);
		store<i32>(slot, load<i32>(endsAt + (cell << 2)) - load<i32>(startsAt + (cell << 2)), 32);
		store<i32>(slot, code, 36);
	}
}

let label0: u64;
let label1: u64;
let label2: u64;
let label3: u64;

/** The slot for the label of a cell, whose words go into label0 to label3; 0 for one that is too long. */
// @ts-ignore: decorators of AssemblyScript
@inline
function labelSlot(base: usize, cache: usize, cell: i32): usize {
	const start = base + load<i32>(startsAt + (cell << 2));
	const end = base + load<i32>(endsAt + (cell << 2));
	const length = <i32>(end - start);
	if (length > MAX_LABEL_LENGTH) {
		return 0;
	}
	const head = load<u64>(start);
	label0 = length === 0 ? 0 : length < 8 ? head & (((<u64>1) << (length << 3)) - 1) : head;
	label1 = length > 8 ? load<u64>(end - 8) : 0;
	label2 = length > 16 ? load<u64>(start + 8) : 0;
	label3 = length > 16 ? load<u64>(end - 16) : 0;
	return cache + slotOf(label0 ^ (label1 * LABEL_FACTOR) ^ label2 ^ (label3 << 1) ^ length);
}
