/**
 * The point between `low` and `high` where `rises` turns from negative to positive, by bisection to the last bit.
 * The caller guarantees the change of sign, with `rises` negative at `low`; neither end is evaluated. At most 2000 steps,
 * about 60 in practice.
 */
export function findRoot(rises: (point: number) => number, low: number, high: number): number {
	let negative = low;
	let positive = high;
	for (let step = 0; step < 2000; step++) {
		const middle = negative + (positive - negative) / 2;
		if (middle <= Math.min(negative, positive) || middle >= Math.max(negative, positive)) {
			break;
		}
		if (rises(middle) < 0) {
			negative = middle;
		} else {
			positive = middle;
		}
	}
	return negative + (positive - negative) / 2;
}
