type Parts = Readonly<Record<string, number | null>>;

export interface Miss {
	readonly call: string;
	readonly part: string;
	readonly actual: number | null | undefined;
	readonly expected: number | null | undefined;
	readonly relativeError: number;
}

/**
 * Every part of every golden case that the code misses by more than the tolerance (relative). Parts that nearly cancel are
 * allowed the rounding of the largest part of their case: 8 units in its last place.
 */
export function misses<Case extends { readonly call: string; readonly expected: Parts }>(
	cases: readonly Case[],
	compute: (golden: Case) => Parts,
	tolerance = 1e-9,
): readonly Miss[] {
	return cases.flatMap((golden) => {
		const actual = compute(golden);
		const largest = Math.max(...Object.values(golden.expected).map((value) => Math.abs(value ?? 0)));
		return Object.entries(golden.expected).flatMap(([part, expected]) => {
			const error = relativeError(actual[part], expected, 8 * Number.EPSILON * largest);
			return error <= tolerance
				? []
				: [{ call: golden.call, part, actual: actual[part], expected, relativeError: error }];
		});
	});
}

function relativeError(actual: number | null | undefined, expected: number | null, rounding: number): number {
	if (actual === null || actual === undefined || expected === null) {
		return actual === expected ? 0 : Number.POSITIVE_INFINITY;
	}
	const distance = Math.abs(actual - expected);
	return distance === 0 || distance <= rounding ? 0 : distance / Math.abs(expected);
}
