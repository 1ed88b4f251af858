/** Sorting rows by customer; engine/import/cluster/SortKernel.ts says what each function does. */

/** Word of a row without a customer: a part that there never is. */
const NOBODY: u32 = 0xffff0000;
/** More rows than this are those of one customer, which are in order. */
const MOST_ROWS: u32 = 0x10000;

export function countKeys(keys: usize, rows: i32, least: i32, counts: usize): void {
	for (let row = 0; row < rows; row++, keys += 4) {
		const group = load<i32>(keys) - least;
		const count = counts + ((<usize>group) << 2);
		store<i32>(keys, group);
		store<u32>(count, load<u32>(count) + 1);
	}
}

export function takeWords(groups: usize, rows: i32, wordOf: usize, counts: usize): void {
	for (let row = 0; row < rows; row++, groups += 4) {
		const group = load<i32>(groups);
		if (group < 0) {
			store<u32>(groups, NOBODY);
		} else {
			const word = load<u32>(wordOf + ((<usize>group) << 2));
			const count = counts + ((word >> 16) << 2);
			store<u32>(groups, word);
			store<u32>(count, load<u32>(count) + 1);
		}
	}
}

export function spreadCustomers(
	words: usize,
	rows: i32,
	starts: usize,
	heads: usize,
	first: u32,
	count: u32,
	from: u32,
	to: usize,
): void {
	aim(starts, heads, first, count, from, to, 2);
	for (let row = 0; row < rows; row++, words += 4) {
		const word = load<u32>(words);
		const part = (word >> 16) - first;
		if (part < count) {
			put<u16>(heads, part, <u16>word);
		}
	}
}

export function keepParts(words: usize, rows: i32, parts: usize): void {
	for (let row = 0; row < rows; row++, words += 4, parts += 2) {
		store<u16>(parts, load<u16>(words, 2));
	}
}

export function takePlaces(
	customers: usize,
	bounds: usize,
	first: u32,
	count: u32,
	firsts: usize,
	offsets: usize,
	next: usize,
): void {
	for (let part = first; part < first + count; part++) {
		const from = load<u32>(bounds + (part << 2));
		const rows = load<u32>(bounds + (part << 2), 4) - from;
		if (rows <= MOST_ROWS) {
			const customer = offsets + ((<usize>load<u32>(firsts + (part << 2))) << 2);
			const customerCount = load<u32>(firsts + (part << 2), 4) - load<u32>(firsts + (part << 2));
			for (let index: usize = 0; index < customerCount << 2; index += 4) {
				store<u32>(next + index, load<u32>(customer + index) - from);
			}
			takePlacesOf(customers + ((<usize>from) << 1), rows, next);
		}
	}
}

function takePlacesOf(customers: usize, rows: u32, next: usize): void {
	for (let row: u32 = 0; row < rows; row++, customers += 2) {
		const at = next + ((<usize>load<u16>(customers)) << 2);
		const place = load<u32>(at);
		store<u16>(customers, <u16>place);
		store<u32>(at, place + 1);
	}
}

export function spread(
	values: usize,
	bytes: i32,
	shift: f64,
	parts: usize,
	rows: i32,
	starts: usize,
	heads: usize,
	first: u32,
	count: u32,
	from: u32,
	to: usize,
	width: i32,
): void {
	aim(starts, heads, first, count, from, to, width);
	switch (width) {
		case 1:
			spreadTo<u8>(values, bytes, <i32>shift, parts, rows, heads, first, count);
			break;
		case 2:
			spreadTo<u16>(values, bytes, <i32>shift, parts, rows, heads, first, count);
			break;
		case 4:
			spreadTo<i32>(values, bytes, <i32>shift, parts, rows, heads, first, count);
			break;
		default:
			spreadReals(values, bytes, shift, parts, rows, heads, first, count);
	}
}

/** Heads of the parts: where the next row of each goes. */
function aim(starts: usize, heads: usize, first: u32, count: u32, from: u32, to: usize, width: i32): void {
	for (let part: u32 = 0; part < count; part++) {
		const start = load<u32>(starts + ((first + part) << 2)) - from;
		store<u32>(heads + (part << 2), <u32>to + start * width);
	}
}

// @ts-ignore: decorators of AssemblyScript
@inline
function put<T>(heads: usize, part: u32, value: T): void {
	const head = heads + (part << 2);
	const at = load<u32>(head);
	store<T>(at, value);
	store<u32>(head, at + sizeof<T>());
}

function spreadTo<T>(
	values: usize,
	bytes: i32,
	shift: i32,
	parts: usize,
	rows: i32,
	heads: usize,
	first: u32,
	count: u32,
): void {
	switch (bytes) {
		case 1:
			spreadWholes<u8, T>(values, shift, parts, rows, heads, first, count);
			break;
		case 2:
			spreadWholes<u16, T>(values, shift, parts, rows, heads, first, count);
			break;
		default:
			spreadWholes<i32, T>(values, shift, parts, rows, heads, first, count);
	}
}

function spreadWholes<S, T>(
	values: usize,
	shift: i32,
	parts: usize,
	rows: i32,
	heads: usize,
	first: u32,
	count: u32,
): void {
	for (let row = 0; row < rows; row++, values += sizeof<S>(), parts += 2) {
		const part = <u32>load<u16>(parts) - first;
		if (part < count) {
			put<T>(heads, part, <T>(<i32>load<S>(values) + shift));
		}
	}
}

function spreadReals(
	values: usize,
	bytes: i32,
	shift: f64,
	parts: usize,
	rows: i32,
	heads: usize,
	first: u32,
	count: u32,
): void {
	switch (bytes) {
		case 1:
			spreadRealsFrom<u8>(values, shift, parts, rows, heads, first, count);
			break;
		case 2:
			spreadRealsFrom<u16>(values, shift, parts, rows, heads, first, count);
			break;
		case 4:
			spreadRealsFrom<i32>(values, shift, parts, rows, heads, first, count);
			break;
		default:
			spreadRealsFrom<f64>(values, shift, parts, rows, heads, first, count);
	}
}

function spreadRealsFrom<S>(
	values: usize,
	shift: f64,
	parts: usize,
	rows: i32,
	heads: usize,
	first: u32,
	count: u32,
): void {
	for (let row = 0; row < rows; row++, values += sizeof<S>(), parts += 2) {
		const part = <u32>load<u16>(parts) - first;
		if (part < count) {
			put<f64>(heads, part, <f64>load<S>(values) + shift);
		}
	}
}

export function spreadNulls(
	bits: usize,
	parts: usize,
	rows: i32,
	starts: usize,
	heads: usize,
	first: u32,
	count: u32,
	from: u32,
	to: usize,
	width: i32,
	bounds: usize,
	places: usize,
	nulls: usize,
): void {
	aim(starts, heads, first, count, 0, 0, 1);
	for (let row = 0; row < rows; row++, parts += 2) {
		const part = <u32>load<u16>(parts) - first;
		if (part >= count) {
			continue;
		}
		const head = heads + (part << 2);
		const at = load<u32>(head);
		store<u32>(head, at + 1);
		if ((load<u8>(bits + (row >> 3)) >> <u8>(row & 7)) & 1) {
			memory.fill(to + <usize>(at - from) * width, 0, width);
			const place = placeOf(at, bounds + ((first + part) << 2), places);
			const byte = nulls + (place >> 3);
			store<u8>(byte, load<u8>(byte) | <u8>(<u32>1 << (place & 7)));
		}
	}
}

/** Of the row `at`, in order of parts. */
function placeOf(at: u32, bound: usize, places: usize): u32 {
	const start = load<u32>(bound);
	return load<u32>(bound, 4) - start > MOST_ROWS ? at : start + load<u16>(places + ((<usize>at) << 1));
}

export function settle(
	bounds: usize,
	first: u32,
	count: u32,
	local: usize,
	values: usize,
	width: i32,
	scratch: usize,
): void {
	const from = load<u32>(bounds + (first << 2));
	for (let part = first; part < first + count; part++) {
		const start = load<u32>(bounds + (part << 2));
		const rows = load<u32>(bounds + (part << 2), 4) - start;
		if (rows <= MOST_ROWS) {
			const places = local + ((<usize>start) << 1);
			const at = values + <usize>(start - from) * width;
			switch (width) {
				case 1:
					settlePart<u8>(at, places, rows, scratch);
					break;
				case 2:
					settlePart<u16>(at, places, rows, scratch);
					break;
				case 4:
					settlePart<u32>(at, places, rows, scratch);
					break;
				default:
					settlePart<f64>(at, places, rows, scratch);
			}
		}
	}
}

function settlePart<T>(values: usize, places: usize, rows: u32, scratch: usize): void {
	const end = values + (<usize>rows) * sizeof<T>();
	for (let at = values; at < end; at += sizeof<T>(), places += 2) {
		store<T>(scratch + (<usize>load<u16>(places)) * sizeof<T>(), load<T>(at));
	}
	memory.copy(values, scratch, end - values);
}
