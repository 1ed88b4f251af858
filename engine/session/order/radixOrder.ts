/** Widest digit: its counters fit into the fastest memory of a processor. */
const MAX_DIGIT_BITS = 13;
/** Up to here, counting digits takes longer than comparing. */
const FEW_ROWS = 200;

/**
 * Sorts the rows `order[from .. to]` by `keys[row]`, of which the lowest `bits` bits count; rows with the same key stay in their order.
 * `tick` is called between passes. Least significant digit first, keys carried along with their rows, so that a pass reads in sequence
 * and only its writes are scattered.
 */
export async function radixOrder(
	order: Uint32Array,
	from: number,
	to: number,
	keys: Uint32Array,
	bits: number,
	tick: (rows: number) => Promise<void> | null,
): Promise<void> {
	const rows = order.subarray(from, to);
	if (rows.length <= FEW_ROWS) {
		rows.set(Array.from(rows).sort((a, b) => keys[a]! - keys[b]!));
		return;
	}
	const passes = Math.ceil(bits / MAX_DIGIT_BITS);
	const digitBits = Math.ceil(bits / passes);
	let read: Side = { rows, keys: keysInOrder(rows, keys) };
	let write: Side = { rows: new Uint32Array(rows.length), keys: new Uint32Array(rows.length) };
	for (let pass = 0; pass < passes; pass++) {
		scatter(read, write, pass * digitBits, digitBits);
		[read, write] = [write, read];
		await tick(rows.length);
	}
	if (read.rows !== rows) {
		rows.set(read.rows);
	}
}

interface Side {
	readonly rows: Uint32Array;
	readonly keys: Uint32Array;
}

function keysInOrder(rows: Uint32Array, keys: Uint32Array): Uint32Array {
	const found = new Uint32Array(rows.length);
	for (let at = 0; at < rows.length; at++) {
		found[at] = keys[rows[at]!]!;
	}
	return found;
}

function scatter({ rows, keys }: Side, to: Side, shift: number, bits: number): void {
	const [toRows, toKeys] = [to.rows, to.keys];
	const places = new Int32Array(1 << bits);
	const mask = places.length - 1;
	for (let at = 0; at < keys.length; at++) {
		places[(keys[at]! >>> shift) & mask]!++;
	}
	let next = 0;
	for (let digit = 0; digit < places.length; digit++) {
		const count = places[digit]!;
		places[digit] = next;
		next += count;
	}
	for (let at = 0; at < keys.length; at++) {
		const key = keys[at]!;
		const place = places[(key >>> shift) & mask]!++;
		toKeys[place] = key;
		toRows[place] = rows[at]!;
	}
}
