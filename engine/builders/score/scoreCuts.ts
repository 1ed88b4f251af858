import { numberDigits } from '../ordered/numberDigits.ts';
import { shortestBetween, type Cut } from '../ordered/OrderedField.ts';
import type { ValueCounts } from '../ordered/valueCounts.ts';

/** Scores that are nearer than this part of their range may be the same sum in another order. */
const NOISE = 1e-9;

/**
 * Cuts, ascending, so that about the given shares of the people lie below them. Each is a short number well between two scores that
 * occur, so that another database, whose last digit may differ, puts everybody on the same side. A cut that would leave nobody above
 * it is left out, and so is one that falls on the one before.
 */
export function scoreCuts({ values, counts, total }: ValueCounts, shares: readonly number[]): Cut[] {
	const cuts: Cut[] = [];
	let reached = 0;
	let wanted = 0;
	const tolerance = ((values.at(-1) ?? 0) - (values[0] ?? 0)) * NOISE;
	for (let index = 0; index < values.length - 1 && wanted < shares.length; index++) {
		reached += counts[index]!;
		if (reached < shares[wanted]! * total - 1e-9) {
			continue;
		}
		const [low, high] = [values[index]!, values[index + 1]!];
		if (high - low < tolerance) {
			continue;
		}
		const stored = shortestBetween(low + (high - low) / 4, low + ((high - low) * 3) / 4);
		cuts.push({ stored, text: numberDigits(stored) });
		while (wanted < shares.length && reached >= shares[wanted]! * total - 1e-9) {
			wanted++;
		}
	}
	return cuts;
}
