import { counted } from '#shared/base/counted.ts';
import type { ColumnQuality, QualityFinding } from '#shared/model/tableQuality.ts';
import type { Job } from '../job.ts';
import { columnValue } from './columnValue.ts';
import { countTexts } from './countTexts.ts';
import { commonFindings } from './findings/commonFindings.ts';
import { dateFindings } from './findings/dateFindings.ts';
import { numberFindings } from './findings/numberFindings.ts';
import { textFindings } from './findings/textFindings.ts';
import { histogramOf, lengthHistogram } from './histogram.ts';
import { quantile } from './OrderedValues.ts';
import { orderValues } from './orderValues.ts';
import type { QualityColumn, QualityInput } from './QualityInput.ts';

/** Most frequent values that are listed. */
const TOP = 8;

export interface ColumnProfile {
	readonly quality: ColumnQuality;
	readonly findings: readonly QualityFinding[];
}

export async function profileColumn(column: QualityColumn, table: QualityInput, job: Job): Promise<ColumnProfile> {
	const phase = `Checking ${column.name} (${counted(table.rows, 'row')})`;
	const { kind } = column.storage;
	const isText = kind === 'category' || kind === 'text';
	return isText ? profileText(column, table, job, phase) : profileValues(column, table, job, phase);
}

async function profileValues(
	column: QualityColumn,
	table: QualityInput,
	job: Job,
	phase: string,
): Promise<ColumnProfile> {
	const { storage } = column;
	const { values, distinct, isComplete } = await orderValues(column, table.rows, job, phase);
	const show = (stored: number | null) => (stored === null ? null : columnValue(stored, storage));
	const isWhole = storage.kind !== 'number' || storage.isExact;
	const bins = histogramOf(values, isWhole && storage.kind !== 'timestamp');
	const median = quantile(values, 0.5);
	const quality: ColumnQuality = {
		...nameOf(column),
		distinct,
		isDistinctExact: isComplete,
		min: show(storage.min),
		median: show(median === null || storage.kind === 'number' ? median : Math.floor(median)),
		max: show(storage.max),
		top: values.top(TOP).map(({ value, rows }) => ({ value: columnValue(value, storage), rows })),
		histogram:
			bins === null || storage.kind === 'boolean'
				? null
				: { of: 'values', low: shown(bins.low), high: shown(bins.high), counts: bins.counts },
		isComplete,
	};
	function shown(stored: number): number | string {
		const cell = columnValue(stored, storage);
		return typeof cell === 'string' ? cell : Number(cell);
	}
	const facts = { column, table, values, distinct, isComplete };
	const special =
		storage.kind === 'number' ? numberFindings(facts) : storage.kind === 'boolean' ? [] : dateFindings(facts);
	return { quality, findings: [...commonFindings(quality, table), ...special] };
}

async function profileText(
	column: QualityColumn,
	table: QualityInput,
	job: Job,
	phase: string,
): Promise<ColumnProfile> {
	const counter = await countTexts(column, table.rows, job, phase);
	const bins = lengthHistogram(counter.lengths);
	const quality: ColumnQuality = {
		...nameOf(column),
		distinct: counter.distinct,
		isDistinctExact: counter.isDistinctExact,
		min: null,
		median: null,
		max: null,
		top: counter.top(TOP),
		histogram: bins === null ? null : { of: 'lengths', ...bins },
		isComplete: counter.isComplete,
	};
	return { quality, findings: [...commonFindings(quality, table), ...textFindings(column, table, counter)] };
}

function nameOf({ name, type, part, nulls }: QualityColumn) {
	return { name, type, part: part?.label ?? null, nulls };
}
