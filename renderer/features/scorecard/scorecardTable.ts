import { numberCell, textCell, type ChartTable } from '#shared/charts/ChartTable.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import type { ScorecardRow } from './scorecardRows.ts';

/** The grid for another program: per metric its value, and where it is compared the baseline, difference, lift and p. */
export function scorecardTable(rows: readonly ScorecardRow[], metrics: readonly MetricFacts[]): ChartTable {
	const parts = metrics.flatMap((facts) => {
		const hasTest = rows.some((row) => (row.records.get(facts.id)?.pAdjusted ?? null) !== null);
		return hasTest
			? measures.map((part) => ({ facts, ...part }))
			: measures.slice(0, 1).map((part) => ({ facts, ...part }));
	});
	return {
		columns: [
			{ label: 'Segment', isNumeric: false },
			...parts.map(({ facts, suffix }) => ({ label: `${facts.label}${suffix}`, isNumeric: true })),
		],
		rows: rows.map((row) => [
			textCell(row.name),
			...parts.map(({ facts, read }) => {
				const record = row.records.get(facts.id);
				return numberCell(record && read(record), String);
			}),
		]),
	};
}

type Read = (record: NumberRecord) => number | null | undefined;

const measures: readonly { readonly suffix: string; readonly read: Read }[] = [
	{ suffix: '', read: (record) => record.value },
	{ suffix: ', baseline', read: (record) => record.baseline?.value },
	{ suffix: ', difference', read: (record) => record.difference?.value },
	{ suffix: ', difference low', read: (record) => record.difference?.low },
	{ suffix: ', difference high', read: (record) => record.difference?.high },
	{ suffix: ', lift', read: (record) => record.lift?.value },
	{ suffix: ', lift low', read: (record) => record.lift?.low },
	{ suffix: ', lift high', read: (record) => record.lift?.high },
	{ suffix: ', adjusted p', read: (record) => record.pAdjusted },
];
