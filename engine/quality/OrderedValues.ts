/** The values of a column in ascending order, rows without a value left out. Ranks count from 0. */
export interface OrderedValues {
	readonly length: number;
	readonly distinct: number;
	at(rank: number): number;
	/** How many values are smaller. */
	below(value: number): number;
	/** The `count` most frequent values, the smaller of two equally frequent ones first. */
	top(count: number): readonly ValueCount[];
}

export interface ValueCount {
	readonly value: number;
	readonly rows: number;
}

/** Quantile with linear interpolation between the two nearest ranks (Hyndman and Fan's type 7); null without values. */
export function quantile(values: OrderedValues, share: number): number | null {
	if (values.length === 0) {
		return null;
	}
	const rank = (values.length - 1) * share;
	const low = values.at(Math.floor(rank));
	const high = values.at(Math.ceil(rank));
	return low + (high - low) * (rank - Math.floor(rank));
}

/** How many values are equal to one. */
export function countOf(values: OrderedValues, value: number, above: number): number {
	return values.below(above) - values.below(value);
}

/** Keeps the largest few of many counts. */
export function insertTop(top: ValueCount[], value: number, rows: number, size: number): void {
	const last = top.at(-1);
	if (top.length === size && last !== undefined && rows <= last.rows) {
		return;
	}
	let at = top.length;
	while (at > 0 && top[at - 1]!.rows < rows) {
		at--;
	}
	top.splice(at, 0, { value, rows });
	top.length = Math.min(top.length, size);
}
