/**
 * The compiled twin of engine/metrics/kernel/addRows.ts. A row of the matrix holds the deviations of one customer; a run of sums holds
 * the number of customers, a 0, then the sums of all columns, of their squares, and of products: each of one cell with the four of a block.
 * `products` lists those as two byte offsets within a row, of the cell and of the block. A group is the code of the
 * customer times the number of splits, plus the customer's split (such as the arm of a campaign; address 0 where there is none).
 */

/** Rows of which those to be added are listed together. */
const LISTED_ROWS = 1024;

/**
 * Whole deviations below 2^31 in four lanes. The sums are 64-bit integers: exact, whatever the order of the rows. Rows whose code is
 * `leftOut` are not read: see addLeftOut. `list` has room for 1,024 numbers of 32 bits.
 */
export function addWhole(
	values: usize,
	codes: usize,
	splitCodes: usize,
	splitCount: i32,
	from: i32,
	to: i32,
	lanes: i32,
	products: usize,
	productCount: i32,
	sums: usize,
	leftOut: i32,
	list: usize,
): void {
	const row = <usize>lanes << 2;
	const stride = 16 + ((<usize>lanes) << 4) + ((<usize>productCount) << 5);
	for (let first = from; first < to; first += LISTED_ROWS) {
		const end = min(to, first + LISTED_ROWS);
		let next = list;
		// Without a branch, which the processor would guess wrong too often.
		for (let index = first; index < end; index++) {
			store<i32>(next, index);
			next += <usize>(<i32>load<u8>(codes + <usize>index) != leftOut) << 2;
		}
		for (let entry = list; entry < next; entry += 4) {
			const index = load<i32>(entry);
			const group = sums + groupOf(codes, splitCodes, splitCount, index) * stride;
			addWholeRow(values + <usize>index * row, lanes, products, productCount, group);
		}
	}
}

/** Sums of the groups of a code that addWhole left out: `totals`, a run for each split, less all other groups. `length` sums a group. */
export function addLeftOut(
	sums: usize,
	length: i32,
	codeCount: i32,
	splitCount: i32,
	leftOut: i32,
	totals: usize,
): void {
	const size = length * splitCount;
	const own = sums + ((<usize>(leftOut * size)) << 3);
	for (let slot: usize = 0; slot < (<usize>size) << 3; slot += 8) {
		let left = load<i64>(totals + slot);
		for (let code = 0, other = sums + slot; code < codeCount; code++, other += (<usize>size) << 3) {
			left -= code == leftOut ? 0 : load<i64>(other);
		}
		store<i64>(own + slot, left);
	}
}

/** Adds the blocks of all parts, `length` sums each, to the first. */
export function joinWhole(sums: usize, length: i32, parts: i32): void {
	const end = sums + ((<usize>length * parts) << 3);
	for (let part = sums + ((<usize>length) << 3), slot = sums; part < end; slot = sums) {
		for (let index = 0; index < length; index++, part += 8, slot += 8) {
			store<i64>(slot, load<i64>(slot) + load<i64>(part));
		}
	}
}

/** The same for sums with fractions, in the order of the parts. */
export function joinReal(sums: usize, length: i32, parts: i32): void {
	const end = sums + ((<usize>length * parts) << 3);
	for (let part = sums + ((<usize>length) << 3), slot = sums; part < end; slot = sums) {
		for (let index = 0; index < length; index++, part += 8, slot += 8) {
			store<f64>(slot, load<f64>(slot) + load<f64>(part));
		}
	}
}

/**
 * Rows whose code differs between `before` and `after`, each as row, group before, group after (32 bits each) into `moves`, in ascending
 * order. Returns how many; one more than `most` where there are more.
 */
export function findMoves(
	before: usize,
	after: usize,
	splitCodes: usize,
	splitCount: i32,
	rows: i32,
	moves: usize,
	most: i32,
): i32 {
	let count = 0;
	for (let block = 0; block < rows; block += 16) {
		const same = i8x16.eq(v128.load(before + block), v128.load(after + block));
		let differs = ~i8x16.bitmask(same) & 0xffff;
		while (differs != 0) {
			const index = block + ctz(differs);
			differs &= differs - 1;
			if (index >= rows) {
				break;
			}
			if (count == most) {
				return most + 1;
			}
			const move = moves + <usize>(count * 12);
			store<i32>(move, index);
			store<i32>(move, <i32>groupOf(before, splitCodes, splitCount, index), 4);
			store<i32>(move, <i32>groupOf(after, splitCodes, splitCount, index), 8);
			count++;
		}
	}
	return count;
}

/** Rows that are fetched together, so that the waits for memory overlap. */
const BATCH_ROWS = 16;

/**
 * Takes the rows of `moves` off the sums of one group and adds them to those of another. Exact, as addWhole is. `batch` has room for 16
 * rows.
 */
export function moveWhole(
	values: usize,
	moves: usize,
	count: i32,
	lanes: i32,
	products: usize,
	productCount: i32,
	sums: usize,
	batch: usize,
): void {
	const row = <usize>lanes << 2;
	const stride = 16 + ((<usize>lanes) << 4) + ((<usize>productCount) << 5);
	for (let first = 0; first < count; first += BATCH_ROWS) {
		const rows = min(BATCH_ROWS, count - first);
		const move = moves + <usize>(first * 12);
		for (let index = 0; index < rows; index++) {
			const from = values + <usize>load<i32>(move + <usize>(index * 12)) * row;
			const to = batch + <usize>index * row;
			for (let at: usize = 0; at < row; at += 16) {
				v128.store(to + at, v128.load(from + at));
			}
		}
		for (let index = 0; index < rows; index++) {
			const left = sums + <usize>load<i32>(move + <usize>(index * 12), 4) * stride;
			const entered = sums + <usize>load<i32>(move + <usize>(index * 12), 8) * stride;
			moveWholeRow(batch + <usize>index * row, lanes, products, productCount, left, entered);
		}
	}
}

/** Deviations of any size with fractions, in two lanes. Part by part in a fixed order, so that any number of threads gives the same. */
export function addReal(
	values: usize,
	codes: usize,
	splitCodes: usize,
	splitCount: i32,
	from: i32,
	to: i32,
	lanes: i32,
	products: usize,
	productCount: i32,
	sums: usize,
): void {
	const row = <usize>lanes << 3;
	const stride = 16 + ((<usize>lanes) << 4) + ((<usize>productCount) << 5);
	for (let index = from; index < to; index++) {
		const group = sums + groupOf(codes, splitCodes, splitCount, index) * stride;
		const start = values + <usize>index * row;
		store<f64>(group, load<f64>(group) + 1);
		let slot = group + 16;
		let square = slot + row;
		for (let at = start; at < start + row; at += 16, slot += 16, square += 16) {
			const value = v128.load(at);
			v128.store(slot, f64x2.add(v128.load(slot), value));
			v128.store(square, f64x2.add(v128.load(square), f64x2.mul(value, value)));
		}
		let product = products;
		for (let end = square + ((<usize>productCount) << 5); square < end; square += 32, product += 8) {
			const cell = v128.load64_splat(start + load<u32>(product));
			const block = start + load<u32>(product, 4);
			v128.store(square, f64x2.add(v128.load(square), f64x2.mul(cell, v128.load(block))));
			v128.store(square, f64x2.add(v128.load(square, 16), f64x2.mul(cell, v128.load(block, 16))), 16);
		}
	}
}

// @ts-ignore: decorators of AssemblyScript
@inline
function groupOf(codes: usize, splitCodes: usize, splitCount: i32, index: i32): usize {
	const code = <usize>load<u8>(codes + <usize>index) * <usize>splitCount;
	return splitCodes == 0 ? code : code + <usize>load<u8>(splitCodes + <usize>index);
}

// @ts-ignore: decorators of AssemblyScript
@inline
function addWholeRow(start: usize, lanes: i32, products: usize, productCount: i32, group: usize): void {
	store<i64>(group, load<i64>(group) + 1);
	const row = <usize>lanes << 2;
	let slot = group + 16;
	let square = slot + (row << 1);
	for (let at = start; at < start + row; at += 16, slot += 32, square += 32) {
		const value = v128.load(at);
		addTo(slot, i64x2.extend_low_i32x4_s(value));
		addTo(slot + 16, i64x2.extend_high_i32x4_s(value));
		addTo(square, i64x2.extmul_low_i32x4_s(value, value));
		addTo(square + 16, i64x2.extmul_high_i32x4_s(value, value));
	}
	let product = products;
	for (let end = square + ((<usize>productCount) << 5); square < end; square += 32, product += 8) {
		const cell = v128.load32_splat(start + load<u32>(product));
		const block = v128.load(start + load<u32>(product, 4));
		addTo(square, i64x2.extmul_low_i32x4_s(cell, block));
		addTo(square + 16, i64x2.extmul_high_i32x4_s(cell, block));
	}
}

/** The same for a row that leaves the sums of one group for those of another. */
// @ts-ignore: decorators of AssemblyScript
@inline
function moveWholeRow(
	start: usize,
	lanes: i32,
	products: usize,
	productCount: i32,
	left: usize,
	entered: usize,
): void {
	store<i64>(left, load<i64>(left) - 1);
	store<i64>(entered, load<i64>(entered) + 1);
	const row = <usize>lanes << 2;
	const between = entered - left;
	let slot = left + 16;
	let square = slot + (row << 1);
	for (let at = start; at < start + row; at += 16, slot += 32, square += 32) {
		const value = v128.load(at);
		moveTo(slot, between, i64x2.extend_low_i32x4_s(value));
		moveTo(slot + 16, between, i64x2.extend_high_i32x4_s(value));
		moveTo(square, between, i64x2.extmul_low_i32x4_s(value, value));
		moveTo(square + 16, between, i64x2.extmul_high_i32x4_s(value, value));
	}
	let product = products;
	for (let end = square + ((<usize>productCount) << 5); square < end; square += 32, product += 8) {
		const cell = v128.load32_splat(start + load<u32>(product));
		const block = v128.load(start + load<u32>(product, 4));
		moveTo(square, between, i64x2.extmul_low_i32x4_s(cell, block));
		moveTo(square + 16, between, i64x2.extmul_high_i32x4_s(cell, block));
	}
}

// @ts-ignore: decorators of AssemblyScript
@inline
function addTo(slot: usize, value: v128): void {
	v128.store(slot, i64x2.add(v128.load(slot), value));
}

// @ts-ignore: decorators of AssemblyScript
@inline
function moveTo(slot: usize, between: usize, value: v128): void {
	v128.store(slot, i64x2.sub(v128.load(slot), value));
	addTo(slot + between, value);
}
