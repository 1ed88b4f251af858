import { useCallback } from 'react';
import { useDescribeField } from '../../engine/useDescribeField.ts';
import { useLatest } from '../../engine/useLatest.ts';

/**
 * How many values differ in each field, one field after the other, because each is a walk over all customers; null until all are known.
 * `names` as JSON, so that the same names are the same question.
 */
export function useDistinctCounts(names: string): ReadonlyMap<string, number | null> | null {
	const describe = useDescribeField(false);
	const ask = useCallback(
		async (signal: AbortSignal) => {
			const counts = new Map<string, number | null>();
			for (const name of JSON.parse(names) as readonly string[]) {
				counts.set(name, (await describe(name, { prefix: '', limit: 1 }, signal)).distinct);
			}
			return counts;
		},
		[describe, names],
	);
	return useLatest(ask).value;
}
