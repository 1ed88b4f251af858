import type { Outcome } from './Outcome.ts';

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_BYTES_DURING_EVALUATION = 256 * 1024 * 1024;

/**
 * Outcomes of conditions on one frame, by their canonical form. Least recently used entries go when the cache is too large, but none
 * that the last evaluation has used, up to a second, larger limit: most segmentations that need more than MAX_BYTES stay whole.
 */
export class OutcomeCache {
	private readonly entries = new Map<string, Entry>();
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
		this.drop((entry) => this.bytes > MAX_BYTES_DURING_EVALUATION && entry.outcome !== outcome);
		return outcome;
	}

	has(key: string): boolean {
		return this.entries.has(key);
	}

	/** To be called after each evaluation. */
	trim(): void {
		this.drop((entry) => this.bytes > MAX_BYTES && entry.usedIn !== this.evaluation);
		this.evaluation++;
	}

	/** Drops the entries that were not used for longest, until one must stay. */
	private drop(mayGo: (entry: Entry) => boolean): void {
		for (const [key, entry] of this.entries) {
			if (!mayGo(entry)) {
				return;
			}
			this.entries.delete(key);
			this.bytes -= sizeBytes(entry.outcome);
		}
	}

	get size(): number {
		return this.entries.size;
	}
}

interface Entry {
	readonly outcome: Outcome;
	/** The last evaluation that asked for it. */
	usedIn: number;
}

function sizeBytes({ isTrue, isFalse }: Outcome): number {
	return isTrue.byteLength + isFalse.byteLength;
}
