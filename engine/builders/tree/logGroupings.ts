import gammaln from '@stdlib/math-base-special-gammaln';

/** What may be joined: neighbours only; neighbours and one floating category (missing values) with any; any with any. */
export type JoinKind = 'ordered' | 'floating' | 'free';

/**
 * Natural logarithm of the number of ways to join `categories` into `groups`, CHAID's Bonferroni multiplier. Ordered: C(c-1, r-1).
 * Floating, the floating one among the c: C(c-2, r-2) + r·C(c-2, r-1). Free: the Stirling number of the second kind, here by
 * S(c, r) = S(c-1, r-1) + r·S(c-1, r). Source: Kass 1980, section 3.
 */
export function logGroupings(categories: number, groups: number, kind: JoinKind): number {
	switch (kind) {
		case 'ordered':
			return logChoose(categories - 1, groups - 1);
		case 'floating':
			return logSum(logChoose(categories - 2, groups - 2), Math.log(groups) + logChoose(categories - 2, groups - 1));
		case 'free':
			return logStirling(categories, groups);
	}
}

function logChoose(n: number, k: number): number {
	return k < 0 || k > n ? -Infinity : gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}

function logStirling(categories: number, groups: number): number {
	// Entry r is ln S(c, r), for one c after the other.
	let row = Array.from({ length: groups + 1 }, (_, r) => (r === 0 ? 0 : -Infinity));
	for (let c = 1; c <= categories; c++) {
		const before = row;
		row = before.map((same, r) => (r === 0 ? -Infinity : logSum(before[r - 1]!, Math.log(r) + same)));
	}
	return row[groups]!;
}

function logSum(left: number, right: number): number {
	const larger = Math.max(left, right);
	return larger === -Infinity ? larger : larger + Math.log1p(Math.exp(Math.min(left, right) - larger));
}
