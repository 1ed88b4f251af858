import type { Analysis } from '#shared/model/analysis.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';

export interface ScorecardRow {
	/** Null for the whole base. */
	readonly segment: string | null;
	readonly name: string;
	readonly isRemainder: boolean;
	/** By metric id. */
	readonly records: ReadonlyMap<string, NumberRecord>;
}

export interface ScorecardSort {
	/** A metric id; null is the order of the rules. */
	readonly metric: string | null;
	readonly isDescending: boolean;
}

export const ruleOrder: ScorecardSort = { metric: null, isDescending: true };

/** One row per segment, sorted; the whole base comes last, whatever the order. Rows without a value stay below the others. */
export function scorecardRows(analysis: Analysis, { metric, isDescending }: ScorecardSort): readonly ScorecardRow[] {
	const bySegment = Map.groupBy(analysis.numbers, (record) => record.segment);
	const recordsOf = (segment: string | null) =>
		new Map(bySegment.get(segment)?.map((record) => [record.metric, record]));
	const segments = analysis.segments.map(({ id, name, isRemainder }) => ({
		segment: id,
		name,
		isRemainder,
		records: recordsOf(id),
	}));
	const rank = (row: ScorecardRow) => {
		const value = metric === null ? null : (row.records.get(metric)?.value ?? null);
		return value === null ? Number.POSITIVE_INFINITY : isDescending ? -value : value;
	};
	const sorted = metric === null ? segments : segments.toSorted((a, b) => compare(rank(a), rank(b)));
	return [...sorted, { segment: null, name: 'All customers', isRemainder: false, records: recordsOf(null) }];
}

/** Best first, then the other way round, then the order of the rules. */
export function nextSort(sort: ScorecardSort, metric: string | null): ScorecardSort {
	if (metric === null || sort.metric !== metric) {
		return { metric, isDescending: true };
	}
	return sort.isDescending ? { metric, isDescending: false } : ruleOrder;
}

function compare(a: number, b: number): number {
	return a === b ? 0 : a < b ? -1 : 1;
}
