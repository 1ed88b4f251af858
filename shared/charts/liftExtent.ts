import type { LiftRow } from './liftRows.ts';
import { type NiceScale, niceScale } from './niceScale.ts';
import type { LiftScale } from './liftScale.ts';

/** How far the axis may grow beyond the intervals to show the bands: wider bands run off the edge. */
const BAND_ROOM = 1.6;
const TICKS = 7;

/**
 * The horizontal axis of the lift chart, in display units (`factor` 100 turns shares into per cent).
 * Always holds zero, the estimates and the intervals. One huge interval of a tiny segment must not flatten all others:
 * a bound further out than four times the largest estimate is cut there, and drawn with an arrow.
 */
export function liftExtent(rows: readonly LiftRow[], scale: LiftScale, factor: number): NiceScale {
	const estimates = rows.flatMap((row) => (row.estimate ? [row.estimate] : []));
	const largest = Math.max(0, ...estimates.map((estimate) => Math.abs(estimate.value)));
	const reach = largest > 0 ? largest * 4 : Number.MAX_VALUE;
	const ends = estimates.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
	const cut = ends.map((end) => Math.min(reach, Math.max(-reach, end)));
	const low = Math.min(0, ...cut);
	const high = Math.max(0, ...cut);
	const widest = scale === 'value' ? 0 : Math.max(0, ...rows.map((row) => row.detectable ?? 0));
	const room = Math.min(widest, Math.max(-low, high) * BAND_ROOM);
	return niceScale(Math.min(low, -room) * factor, Math.max(high, room) * factor, TICKS);
}
