/**
 * Refuses counts that cannot be a number of events among n units: negative, above n, or not finite. Such counts mean that
 * a metric was declared as a proportion and is none, so this throws a RangeError instead of returning a wrong figure.
 */
export function requireCounts(x: number, n: number): void {
	if (!(x >= 0 && x <= n && Number.isFinite(n))) {
		throw new RangeError(`A proportion needs 0 to n events among n units; it was given ${x} among ${n}.`);
	}
}
