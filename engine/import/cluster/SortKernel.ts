/**
 * What engine/kernels/assembly/scatter.ts exports. Rows are sorted by customer in two steps, so that neither writes all over memory: they
 * are spread over parts, in the order of the file, and then the rows of each part settle in their places. A part is a run of customers with
 * up to 65,536 rows together, so few that they lie in the processor's cache, or a single customer with more, whose rows are in order
 * already. `starts` has for each part the row, in order of parts, that the first of its rows goes to; `heads` is room for a word a part;
 * the parts at work are `first` and `count` more. All arguments are addresses and numbers.
 */
export interface SortKernel {
	/** Turns keys into groups, the distance from `least`, and counts the rows of each group. */
	countKeys(keys: number, rows: number, least: number, counts: number): void;

	/** Turns the group of each row into its word: the part, and in the lower half the customer within the part. Counts the rows of each part. */
	takeWords(groups: number, rows: number, wordOf: number, counts: number): void;

	/** Spreads the lower halves of words. Row `from`, in order of parts, is the first of `to`. */
	spreadCustomers(
		words: number,
		rows: number,
		starts: number,
		heads: number,
		first: number,
		count: number,
		from: number,
		to: number,
	): void;

	/** Keeps the upper halves of words, as 16-bit numbers; `parts` may be where the words are, or before. */
	keepParts(words: number, rows: number, parts: number): void;

	/**
	 * Turns the customers of the rows of parts into places within each part. `firsts` has the first customer of each part, `offsets` the first
	 * row of each customer; `next` is room for 65,536 words.
	 */
	takePlaces(
		customers: number,
		bounds: number,
		first: number,
		count: number,
		firsts: number,
		offsets: number,
		next: number,
	): void;

	/**
	 * Spreads values that take `bytes` bytes each (1 and 2: whole numbers without sign; 4: with sign; 8: floating-point) over memory of `width`
	 * bytes a row, with `shift` added.
	 */
	spread(
		values: number,
		bytes: number,
		shift: number,
		parts: number,
		rows: number,
		starts: number,
		heads: number,
		first: number,
		count: number,
		from: number,
		to: number,
		width: number,
	): void;

	/** Sets the null bits of rows that `spread` has just spread, where they settle in the end, and their values to 0. */
	spreadNulls(
		bits: number,
		parts: number,
		rows: number,
		starts: number,
		heads: number,
		first: number,
		count: number,
		from: number,
		to: number,
		width: number,
		bounds: number,
		places: number,
		nulls: number,
	): void;

	/** Puts the values of parts in their places, by way of `scratch`, which is room for a part. `bounds` has the first row of each part. */
	settle(
		bounds: number,
		first: number,
		count: number,
		places: number,
		values: number,
		width: number,
		scratch: number,
	): void;
}

/** Rows of a part of several customers, at most. */
export const PART_ROWS = 65_536;

type Call<N extends keyof SortKernel> = readonly [N, ...Parameters<SortKernel[N]>];
/** A call of the kernel, to be made by whoever has it. */
export type SortCall = { [N in keyof SortKernel]: Call<N> }[keyof SortKernel];

export function make(kernel: SortKernel, [name, ...values]: SortCall): void {
	(kernel[name] as (...values: readonly number[]) => void)(...values);
}

/**
 * Makes those of some calls that nobody else has begun. The first word of `shares` counts the calls that were begun, by several threads,
 * the second those that are made.
 */
export function makeShared(kernel: SortKernel, calls: readonly SortCall[], shares: Int32Array): void {
	for (let next = Atomics.add(shares, 0, 1); next < calls.length; next = Atomics.add(shares, 0, 1)) {
		make(kernel, calls[next]!);
		Atomics.add(shares, 1, 1);
		Atomics.notify(shares, 1);
	}
}
