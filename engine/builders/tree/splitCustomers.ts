import { RandomStream } from '../../stats/RandomStream.ts';
import { HOLDOUT, TRAINING } from './leafStatistics.ts';

/** Purpose of the draws, so that other draws with the same seed differ. */
const PURPOSE = 71;

/**
 * The part of every customer: 0 without an outcome, otherwise holdout with the given probability. Each draw depends on the seed and the
 * customer's place alone.
 */
export function splitCustomers(isKnown: Uint8Array, holdoutShare: number, seed: number): Uint8Array {
	const draws = new RandomStream(seed);
	return isKnown.map((mark, row) => {
		if (mark === 0) {
			return 0;
		}
		draws.restart(row, PURPOSE);
		return draws.chance(holdoutShare) ? HOLDOUT : TRAINING;
	});
}
