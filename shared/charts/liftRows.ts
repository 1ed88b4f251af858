import type { Analysis } from '#shared/model/analysis.ts';
import type { Comparison, NumberRecord } from '#shared/model/numberRecord.ts';
import { detectableOn, estimateOn, type LiftScale } from './liftScale.ts';

/** One line of the lift chart and of its table. */
export interface LiftRow {
	readonly segment: string;
	readonly name: string;
	readonly isRemainder: boolean;
	readonly people: number;
	readonly record: NumberRecord;
	/** Null where this scale cannot be had; `record.reason` or the warnings say why. */
	readonly estimate: Comparison | null;
	/** Half width of the band of differences that would usually go unnoticed, on the scale. */
	readonly detectable: number | null;
}

/** Segments by the estimate on the scale, highest first; those without an estimate last, in rule order. */
export function liftRows(analysis: Analysis, metric: string, scale: LiftScale): readonly LiftRow[] {
	const records = new Map(
		analysis.numbers.filter((record) => record.metric === metric).map((record) => [record.segment, record]),
	);
	return analysis.segments
		.flatMap((segment): LiftRow[] => {
			const record = records.get(segment.id);
			return record === undefined
				? []
				: [
						{
							segment: segment.id,
							name: segment.name,
							isRemainder: segment.isRemainder,
							people: segment.people,
							record,
							estimate: estimateOn(record, scale),
							detectable: detectableOn(record, scale),
						},
					];
		})
		.sort((first, second) => rank(second) - rank(first) || 0);
}

/** Ties and missing estimates keep the rule order, because the sort is stable. */
function rank(row: LiftRow): number {
	return row.estimate?.value ?? -Number.MAX_VALUE;
}
