/**
 * A sum of squares that came out of a subtraction, or 0 where it is not larger than the rounding error that the sums
 * behind it can carry. `scale` is the size of the terms subtracted; adding n terms one after the other can be wrong by
 * up to n units in the last place, and at least the last few bits are never trusted.
 */
export function roundingFloor(value: number, scale: number, n: number): number {
	return value > Number.EPSILON * Math.max(8, n) * scale ? value : 0;
}
