import type { Outcome } from './Outcome.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Outcomes of conditions on one frame, by their canonical form. Least recently used entries go when the cache is too large, but none
 * that the evaluation in progress has used: a segmentation that needs more than MAX_BYTES stays whole.
 */
export class OutcomeCache {
	private readonly entries = new Map<string, { readonly outcome: Outcome; usedIn: number }>();
	private bytes = 0;
	private evaluation = 0;

	get(key: string, compute: () => Outcome): Outcome {
		const known = this.entries.get(key);
		if (known) {
			this.entries.delete(key);
			this.entries.set(key, known);
			known.usedIn = this.evaluation;
			return known.outcome;
		}
		const outcome = compute();
		this.entries.set(key, { outcome, usedIn: this.evaluation });
		this.bytes += sizeBytes(outcome);
		return outcome;
	}

	/** To be called after each evaluation. */
	trim(): void {
		for (const [key, { outcome, usedIn }] of this.entries) {
			if (this.bytes <= MAX_BYTES || usedIn === this.evaluation) {
				break;
			}
			this.entries.delete(key);
			this.bytes -= sizeBytes(outcome);
		}
		this.evaluation++;
	}

	get size(): number {
		return this.entries.size;
	}
}

function sizeBytes({ isTrue, isFalse }: Outcome): number {
	return isTrue.byteLength + isFalse.byteLength;
}
