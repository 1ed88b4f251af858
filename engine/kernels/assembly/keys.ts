/**
 * Texts to numbers in order of first appearance, for millions of distinct ones: two looks into memory a text. Texts of up to 16 bytes
 * are compared as two words and their length, longer ones byte by byte as well; never by hash alone.
 */

/** An entry: two words of the text, its length, and for a long text where its bytes lie in the pool. */
const ENTRY_BYTES: usize = 24;
const INLINE_LENGTH: u32 = 16;
/** A slot: 32 bits of the hash, then the number of the entry plus one; 0 is empty. */
const SLOT_BYTES: usize = 8;
const FIRST_SLOTS: u32 = 1 << 12;
const FIRST_POOL: usize = 1 << 16;

let slots: usize;
let slotMask: u32;
let entries: usize;
let count: u32;
let pool: usize;
let poolUsed: usize;
let poolBytes: usize;
let heap: usize;
let waiting: usize;

/** Forgets everything. `free` is the first address that may be used. */
export function reset(free: usize): void {
	heap = free;
	count = 0;
	poolUsed = 0;
	poolBytes = FIRST_POOL;
	pool = allocate(poolBytes);
	waiting = allocate(<usize>BATCH * WAITING_BYTES);
	makeTable(FIRST_SLOTS);
}

/** Zeroed memory with 16 spare bytes on either side, so that whole words can be read around a text. */
export function allocate(bytes: usize): usize {
	const address = (heap + 31) & ~15;
	heap = address + bytes + 16;
	const missing = <i32>((heap + 0xffff) >> 16) - memory.size();
	if (missing > 0 && memory.grow(missing) < 0) {
		unreachable();
	}
	return address;
}

/** Texts that are under way at a time: their looks into memory overlap, where one after the other would each wait. */
const BATCH: i32 = 256;
/** A text under way: two words, hash, start, length, the slot's tag and entry, and its place in the batch. */
const WAITING_BYTES: usize = 48;
const OTHER_PART: i32 = -2;
const ALL_PARTS: i32 = -1;

/**
 * The numbers of `rows` texts, which lie one after the other from `bytes` on and whose lengths are `width` bytes each; -1 for an
 * empty text. Returns how many different texts there have been.
 *
 * Two kernels can share the work: each takes the texts of its `part`, 0 or 1, which the hash says, and gives the others -2. ALL_PARTS takes
 * them all.
 */
export function addTexts(lengths: usize, width: i32, bytes: usize, rows: i32, numbers: usize, part: i32): u32 {
	let start = bytes;
	for (let from = 0; from < rows; from += BATCH) {
		const size = min(BATCH, rows - from);
		const batch = numbers + ((<usize>from) << 2);
		start = readBatch(lengths + <usize>(from * width), width, start, size, part);
		if (part !== ALL_PARTS) {
			for (let index = 0; index < size; index++) {
				store<i32>(batch + ((<usize>index) << 2), OTHER_PART);
			}
		}
		lookIntoSlots(taken);
		compareEntries(taken, batch);
	}
	return count;
}

/** Texts of the last batch that belong to the part. */
let taken: i32;

/** Words and hashes of the texts of the part. Returns where the last text ends. */
function readBatch(lengths: usize, width: i32, bytes: usize, size: i32, part: i32): usize {
	let start = bytes;
	let text = waiting;
	for (let index = 0; index < size; index++) {
		const at = lengths + <usize>(index * width);
		const length = width === 1 ? <u32>load<u8>(at) : width === 2 ? <u32>load<u16>(at) : load<u32>(at);
		const end = start + length;
		const head = headOf(start, length);
		const tail = tailOf(end, length);
		store<u64>(text, head);
		store<u64>(text, tail, 8);
		const hash = length > INLINE_LENGTH ? hashBytes(start, end) : mix(head, tail, length);
		store<u64>(text, hash, 16);
		store<u32>(text, <u32>start, 24);
		store<u32>(text, length, 28);
		store<i32>(text, index, 40);
		// A text of the other part is overwritten by the next. Which one comes is a coin toss, hence no branch.
		text += WAITING_BYTES * usize(i32(part === ALL_PARTS) | i32(<i32>(hash >> 63) === part));
		start = end;
	}
	taken = <i32>((text - waiting) / WAITING_BYTES);
	return start;
}

function lookIntoSlots(size: i32): void {
	let text = waiting;
	for (let index = 0; index < size; index++, text += WAITING_BYTES) {
		const slot = <u32>(load<u64>(text, 16) >> 32) & slotMask;
		store<u64>(text, load<u64>(slots + (<usize>slot) * SLOT_BYTES), 32);
	}
}

function compareEntries(size: i32, numbers: usize): void {
	let text = waiting;
	for (let index = 0; index < size; index++, text += WAITING_BYTES) {
		const length = load<u32>(text, 28);
		const start = <usize>load<u32>(text, 24);
		const entry = load<u32>(text, 36) - 1;
		const isKnown = entry !== -1 && isEntry(entry, load<u64>(text), load<u64>(text, 8), start, length);
		const number = isKnown ? entry : length === 0 ? -1 : numberOf(start, length);
		store<i32>(numbers + ((<usize>load<u32>(text, 40)) << 2), <i32>number);
	}
}

// @ts-ignore: decorators of AssemblyScript
@inline
function headOf(start: usize, length: u32): u64 {
	return load<u64>(start) & select<u64>(-1, (<u64>1 << (length << 3)) - 1, length >= 8);
}

// @ts-ignore: decorators of AssemblyScript
@inline
function tailOf(end: usize, length: u32): u64 {
	return select<u64>(load<u64>(end - 8), 0, length > 8);
}

function numberOf(start: usize, length: u32): u32 {
	const end = start + length;
	const isLong = length > INLINE_LENGTH;
	const head = headOf(start, length);
	const tail = tailOf(end, length);
	const hash = isLong ? hashBytes(start, end) : mix(head, tail, length);
	const tag = <u32>hash;
	let slot = <u32>(hash >> 32) & slotMask;
	for (;;) {
		const at = slots + (<usize>slot) * SLOT_BYTES;
		const found = load<u32>(at, 4);
		if (found === 0) {
			break;
		}
		if (load<u32>(at) === tag && isEntry(found - 1, head, tail, start, length)) {
			return found - 1;
		}
		slot = (slot + 1) & slotMask;
	}
	return add(slot, tag, head, tail, start, length);
}

// @ts-ignore: decorators of AssemblyScript
@inline
function isEntry(entry: u32, head: u64, tail: u64, start: usize, length: u32): bool {
	const at = entries + (<usize>entry) * ENTRY_BYTES;
	const isSame = load<u64>(at) === head && load<u64>(at, 8) === tail && load<u32>(at, 16) === length;
	return isSame && (length <= INLINE_LENGTH || memory.compare(pool + load<u32>(at, 20), start, length) === 0);
}

function add(slot: u32, tag: u32, head: u64, tail: u64, start: usize, length: u32): u32 {
	const entry = count++;
	const at = entries + (<usize>entry) * ENTRY_BYTES;
	store<u64>(at, head);
	store<u64>(at, tail, 8);
	store<u32>(at, length, 16);
	if (length > INLINE_LENGTH) {
		store<u32>(at, <u32>keep(start, length), 20);
	}
	const place = slots + (<usize>slot) * SLOT_BYTES;
	store<u32>(place, tag);
	store<u32>(place, entry + 1, 4);
	if (count << 1 > slotMask) {
		growTable();
	}
	return entry;
}

/** Copies a long text into the pool and returns its place there. */
function keep(start: usize, length: u32): usize {
	if (poolUsed + length > poolBytes) {
		const larger = (poolBytes + length) * 2;
		const moved = allocate(larger);
		memory.copy(moved, pool, poolUsed);
		pool = moved;
		poolBytes = larger;
	}
	const place = poolUsed;
	memory.copy(pool + place, start, length);
	poolUsed += length;
	return place;
}

function makeTable(slotCount: u32): void {
	slotMask = slotCount - 1;
	slots = allocate((<usize>slotCount) * SLOT_BYTES);
	// It is zero, but a page that is read before it is written to is given to the process twice.
	memory.fill(slots, 0, (<usize>slotCount) * SLOT_BYTES);
	entries = allocate((<usize>(slotCount >> 1) + 1) * ENTRY_BYTES);
}

function growTable(): void {
	const before = entries;
	makeTable((slotMask + 1) << 1);
	memory.copy(entries, before, (<usize>count) * ENTRY_BYTES);
	for (let entry: u32 = 0; entry < count; entry++) {
		const at = entries + (<usize>entry) * ENTRY_BYTES;
		const length = load<u32>(at, 16);
		const start = pool + load<u32>(at, 20);
		const hash = length > INLINE_LENGTH ? hashBytes(start, start + length) : mix(load<u64>(at), load<u64>(at, 8), length);
		let slot = <u32>(hash >> 32) & slotMask;
		while (load<u32>(slots + (<usize>slot) * SLOT_BYTES, 4) !== 0) {
			slot = (slot + 1) & slotMask;
		}
		store<u32>(slots + (<usize>slot) * SLOT_BYTES, <u32>hash);
		store<u32>(slots + (<usize>slot) * SLOT_BYTES, entry + 1, 4);
	}
}

// @ts-ignore: decorators of AssemblyScript
@inline
function mix(head: u64, tail: u64, length: u32): u64 {
	const mixed = (head ^ rotr<u64>(tail * 0x9e3779b97f4a7c15, 29) ^ length) * 0xff51afd7ed558ccd;
	return (mixed ^ (mixed >> 32)) * 0xc4ceb9fe1a85ec53;
}

function hashBytes(start: usize, end: usize): u64 {
	let hash: u64 = 0;
	let at = start;
	for (; at + 8 <= end; at += 8) {
		hash = mix(hash, load<u64>(at), 8);
	}
	return mix(hash, load<u64>(end - 8), <u32>(end - start));
}
