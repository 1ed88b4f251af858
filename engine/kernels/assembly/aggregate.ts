/**
 * The compiled twin of engine/metrics/kernel/addRows.ts. A row of the matrix holds the deviations of one customer; a run of sums holds
 * the number of customers, a 0, then the sums of all columns, of their squares, and of products of two columns, whose numbers
 * `products` lists in pairs of 32 bits. A group is the code of the customer times the number of splits, plus the customer's split
 * (such as the arm of a campaign; address 0 where there is none).
 */

/** Rows of one group that are collected before they are added. As in sumsRoomBytes.ts. */
const COLLECTED_ROWS = 64;
/** Bytes of a column of those, and of the list of their numbers. */
const COLUMN: usize = COLLECTED_ROWS << 2;
/** Rows that are found before they are collected. As in sumsRoomBytes.ts. */
const FOUND_ROWS = 512;
const FOUND: usize = FOUND_ROWS << 2;

/**
 * Whole deviations below 2^31. The sums are 64-bit integers: exact, whatever the order of the rows. Rows whose code is `leftOut` are not
 * added: see addLeftOut. Rows are collected by group, and those of one turned into columns, so that sums of four rows at a time stay in
 * registers. `room` is that of sumsRoomBytes.ts.
 */
export function addWhole(
	values: usize,
	codes: usize,
	splitCodes: usize,
	splitCount: i32,
	groupCount: i32,
	from: i32,
	to: i32,
	lanes: i32,
	products: usize,
	productCount: i32,
	sums: usize,
	leftOut: i32,
	room: usize,
): void {
	const row = <usize>lanes << 2;
	const lists = listsIn(room, lanes);
	const sizes = lists + <usize>groupCount * COLUMN;
	memory.fill(sizes, 0, <usize>groupCount << 2);
	// All rows are read in their order, which is fastest; what this gives is written, or the compiler would leave it out.
	let read = 0;
	for (let first = from; first < to; first += FOUND_ROWS) {
		const end = min(to, first + FOUND_ROWS);
		let next = room;
		// Without a branch, which the processor would guess wrong too often.
		for (let index = first, start = values + <usize>first * row; index < end; index++, start += row) {
			read |= load<i32>(start);
			store<i32>(next, index);
			next += <usize>(<i32>load<u8>(codes + <usize>index) != leftOut) << 2;
		}
		for (let found = room; found < next; found += 4) {
			const index = load<i32>(found);
			const group = groupOf(codes, splitCodes, splitCount, index);
			if (collect(index, lists, sizes, group)) {
				addRows(values, lists + group * COLUMN, COLUMN, lanes, products, productCount, sums, group, 1, room);
			}
		}
	}
	store<i32>(room, read);
	for (let group: usize = 0; group < <usize>groupCount; group++) {
		const used = <usize>load<u32>(sizes + (group << 2));
		addRows(values, lists + group * COLUMN, used, lanes, products, productCount, sums, group, 1, room);
	}
}

/** Takes the rows whose code differs between `before` and `after` off the sums of one group and adds them to those of another. */
export function moveWhole(
	values: usize,
	before: usize,
	after: usize,
	splitCodes: usize,
	splitCount: i32,
	groupCount: i32,
	from: i32,
	to: i32,
	lanes: i32,
	products: usize,
	productCount: i32,
	sums: usize,
	room: usize,
): void {
	const lists = listsIn(room, lanes);
	// The lists of rows that leave groups lie behind those of rows that enter them.
	const behind = <usize>groupCount;
	const sizes = lists + behind * 2 * COLUMN;
	memory.fill(sizes, 0, behind << 3);
	for (let block = from; block < to; ) {
		let end = room;
		for (; block < to && end <= room + ((FOUND_ROWS - 16) << 2); block += 16) {
			for (let differs = differing(before, after, block, to); differs != 0; differs &= differs - 1, end += 4) {
				store<i32>(end, block + ctz(differs));
			}
		}
		for (let found = room; found < end; found += 4) {
			const index = load<i32>(found);
			const entered = groupOf(after, splitCodes, splitCount, index);
			if (collect(index, lists, sizes, entered)) {
				addRows(values, lists + entered * COLUMN, COLUMN, lanes, products, productCount, sums, entered, 1, room);
			}
			const left = groupOf(before, splitCodes, splitCount, index);
			if (collect(index, lists + behind * COLUMN, sizes + (behind << 2), left)) {
				const list = lists + (behind + left) * COLUMN;
				addRows(values, list, COLUMN, lanes, products, productCount, sums, left, -1, room);
			}
		}
	}
	for (let group: usize = 0; group < behind; group++) {
		const entered = <usize>load<u32>(sizes + (group << 2));
		addRows(values, lists + group * COLUMN, entered, lanes, products, productCount, sums, group, 1, room);
		const left = <usize>load<u32>(sizes + ((behind + group) << 2));
		addRows(values, lists + (behind + group) * COLUMN, left, lanes, products, productCount, sums, group, -1, room);
	}
}

/** Number of rows whose code differs. */
export function countMoves(before: usize, after: usize, rows: i32): i32 {
	let count = 0;
	for (let block = 0; block < rows; block += 16) {
		count += popcnt(differing(before, after, block, rows));
	}
	return count;
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
	const stride = strideOf(lanes, productCount);
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
		for (let end = square + ((<usize>productCount) << 3); square < end; square += 8, product += 8) {
			const left = load<f64>(start + (<usize>load<u32>(product) << 3));
			const right = load<f64>(start + (<usize>load<u32>(product, 4) << 3));
			store<f64>(square, load<f64>(square) + left * right);
		}
	}
}

/** Adds rows to their group, or takes them off it where `sign` is -1. `bytes` is four times their number, at most COLUMN. */
function addRows(
	values: usize,
	list: usize,
	bytes: usize,
	lanes: i32,
	products: usize,
	productCount: i32,
	sums: usize,
	group: usize,
	sign: i64,
	room: usize,
): void {
	if (bytes == 0) {
		return;
	}
	const run = sums + group * strideOf(lanes, productCount);
	store<i64>(run, load<i64>(run) + sign * <i64>(bytes >> 2));
	turn(values, list, bytes, lanes, room);
	addColumns(columnsIn(room, lanes), (bytes + 15) & ~15, lanes, products, productCount, run + 16, sign);
}

/** Lays rows as columns, filled up to four with zeros. */
function turn(values: usize, list: usize, bytes: usize, lanes: i32, room: usize): void {
	const row = <usize>lanes << 2;
	const noRow = room + FOUND;
	for (let at: usize = 0; at < bytes; at += 16) {
		const entry = list + at;
		let first = values + <usize>load<u32>(entry) * row;
		let second = at + 4 < bytes ? values + <usize>load<u32>(entry, 4) * row : noRow;
		let third = at + 8 < bytes ? values + <usize>load<u32>(entry, 8) * row : noRow;
		let fourth = at + 12 < bytes ? values + <usize>load<u32>(entry, 12) * row : noRow;
		let column = columnsIn(room, lanes) + at;
		for (let end = first + row; first < end; first += 16, second += 16, third += 16, fourth += 16) {
			const a = v128.load(first);
			const b = v128.load(second);
			const c = v128.load(third);
			const d = v128.load(fourth);
			const lowOfFirst = i32x4.shuffle(a, b, 0, 4, 1, 5);
			const highOfFirst = i32x4.shuffle(a, b, 2, 6, 3, 7);
			const lowOfSecond = i32x4.shuffle(c, d, 0, 4, 1, 5);
			const highOfSecond = i32x4.shuffle(c, d, 2, 6, 3, 7);
			v128.store(column, i64x2.shuffle(lowOfFirst, lowOfSecond, 0, 2));
			v128.store(column + COLUMN, i64x2.shuffle(lowOfFirst, lowOfSecond, 1, 3));
			v128.store(column + 2 * COLUMN, i64x2.shuffle(highOfFirst, highOfSecond, 0, 2));
			v128.store(column + 3 * COLUMN, i64x2.shuffle(highOfFirst, highOfSecond, 1, 3));
			column += 4 * COLUMN;
		}
	}
}

/** Adds the sums of the columns to a run, from its first column on. `bytes` of each column are read, a multiple of 16. */
function addColumns(
	columns: usize,
	bytes: usize,
	lanes: i32,
	products: usize,
	productCount: i32,
	run: usize,
	sign: i64,
): void {
	const squares = <usize>lanes << 3;
	for (let lane = 0; lane < lanes; lane++, run += 8) {
		let sum = i64x2.splat(0);
		let square = sum;
		const end = columns + bytes;
		for (let at = columns; at < end; at += 16) {
			const value = v128.load(at);
			sum = i64x2.add(sum, i64x2.add(i64x2.extend_low_i32x4_s(value), i64x2.extend_high_i32x4_s(value)));
			square = i64x2.add(square, multiplied(value, value));
		}
		addTo(run, sum, sign);
		addTo(run + squares, square, sign);
		columns += COLUMN;
	}
	columns -= <usize>lanes * COLUMN;
	run += squares;
	for (let end = run + ((<usize>productCount) << 3); run < end; run += 8, products += 8) {
		let left = columns + <usize>load<u32>(products) * COLUMN;
		let right = columns + <usize>load<u32>(products, 4) * COLUMN;
		let product = i64x2.splat(0);
		for (const last = left + bytes; left < last; left += 16, right += 16) {
			product = i64x2.add(product, multiplied(v128.load(left), v128.load(right)));
		}
		addTo(run, product, sign);
	}
}

// @ts-ignore: decorators of AssemblyScript
@inline
function multiplied(left: v128, right: v128): v128 {
	return i64x2.add(i64x2.extmul_low_i32x4_s(left, right), i64x2.extmul_high_i32x4_s(left, right));
}

// @ts-ignore: decorators of AssemblyScript
@inline
function addTo(slot: usize, value: v128, sign: i64): void {
	store<i64>(slot, load<i64>(slot) + sign * (i64x2.extract_lane(value, 0) + i64x2.extract_lane(value, 1)));
}

/** Adds a row to the list of its group; whether that is full now, and starts anew. */
// @ts-ignore: decorators of AssemblyScript
@inline
function collect(index: i32, lists: usize, sizes: usize, group: usize): bool {
	const size = sizes + (group << 2);
	const used = <usize>load<u32>(size);
	store<i32>(lists + group * COLUMN + used, index);
	const isFull = used + 4 == COLUMN;
	store<u32>(size, isFull ? 0 : <u32>(used + 4));
	return isFull;
}

/** One bit for each of the 16 rows from `block` on whose code differs; none for those from `rows` on. */
// @ts-ignore: decorators of AssemblyScript
@inline
function differing(before: usize, after: usize, block: i32, rows: i32): i32 {
	const same = i8x16.eq(v128.load(before + <usize>block), v128.load(after + <usize>block));
	const differs = ~i8x16.bitmask(same) & 0xffff;
	return block + 16 <= rows ? differs : differs & ((1 << (rows - block)) - 1);
}

/** Behind the rows that were found and a row of zeros. */
// @ts-ignore: decorators of AssemblyScript
@inline
function columnsIn(room: usize, lanes: i32): usize {
	return room + FOUND + (<usize>lanes << 2);
}

/** The lists of the rows of each group; behind them how long they are. */
// @ts-ignore: decorators of AssemblyScript
@inline
function listsIn(room: usize, lanes: i32): usize {
	return columnsIn(room, lanes) + <usize>lanes * COLUMN;
}

// @ts-ignore: decorators of AssemblyScript
@inline
function strideOf(lanes: i32, productCount: i32): usize {
	return 16 + ((<usize>lanes) << 4) + ((<usize>productCount) << 3);
}

// @ts-ignore: decorators of AssemblyScript
@inline
function groupOf(codes: usize, splitCodes: usize, splitCount: i32, index: i32): usize {
	const code = <usize>load<u8>(codes + <usize>index) * <usize>splitCount;
	return splitCodes == 0 ? code : code + <usize>load<u8>(splitCodes + <usize>index);
}
