/**
 * The candidate that is most like `name`, ignoring case, or null when none is alike. Damerau-Levenshtein distance (optimal
 * string alignment); at most a third of the letters may differ, and at most three.
 */
export function nearestName(name: string, candidates: readonly string[]): string | null {
	const wanted = name.toLowerCase();
	const limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
	let best: string | null = null;
	let bestDistance = limit + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - name.length) <= limit) {
			const distance = editDistance(wanted, candidate.toLowerCase());
			if (distance < bestDistance) {
				best = candidate;
				bestDistance = distance;
			}
		}
	}
	return best ?? longerName(wanted, candidates);
}

/** `recency` for `recency_days`: a name that begins with, or contains, all that was written. */
function longerName(wanted: string, candidates: readonly string[]): string | null {
	if (wanted.length < 3) {
		return null;
	}
	const containing = candidates.filter((candidate) => candidate.toLowerCase().includes(wanted));
	return containing.toSorted((a, b) => a.length - b.length)[0] ?? null;
}

function editDistance(a: string, b: string): number {
	let beforePrevious: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const isSame = a[i - 1] === b[j - 1];
			let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (isSame ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, beforePrevious[j - 2]! + 1);
			}
			current.push(cost);
		}
		beforePrevious = previous;
		previous = current;
	}
	return previous[b.length]!;
}
