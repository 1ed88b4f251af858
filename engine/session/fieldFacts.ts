import type { Result } from '#shared/protocol/methods.ts';
import { countBits } from '../frame/bitmap.ts';
import { cellOf, isoDate, isoInstant } from '../columns/cellOf.ts';
import type { Column } from '../columns/Column.ts';
import type { Job } from '../job.ts';
import { bulkHistogramOf, histogramOf, type Bins } from '../quality/histogram.ts';
import { quantile } from '../quality/OrderedValues.ts';
import { countTexts, type TextCounts } from './fieldTexts.ts';
import { orderField, type NumericColumn } from './orderField.ts';

export type FieldDescription = Result<'segments.describeField'>;
type TopValue = FieldDescription['top'][number];

/** What is known of a column once its values have been counted; answers about it cost next to nothing. */
export interface FieldFacts extends Omit<FieldDescription, 'top'> {
	/** The most frequent values whose text begins with `prefix`, whatever its case. */
	readonly top: (prefix: string, limit: number) => readonly TopValue[];
}

/** Numbers and dates that are looked through for a prefix: the most frequent ones. Texts are looked through completely. */
const MAX_LISTED = 5000;

/**
 * Counts the values of a column: how many are missing, how many differ, the range, the median and a histogram (null for text, where
 * there is no order to speak of), and the most frequent ones. Equally frequent numbers come in ascending order, texts in order of first
 * appearance.
 */
export function fieldFacts(column: Column, job: Job): Promise<FieldFacts> {
	return column.kind === 'category' || column.kind === 'text' ? textFacts(column, job) : numberFacts(column, job);
}

async function numberFacts(column: NumericColumn, job: Job): Promise<FieldFacts> {
	const values = await orderField(column, job);
	const isWhole = column.kind !== 'timestamp' && (column.kind !== 'number' || column.isExact);
	const isOrdered = column.kind !== 'boolean';
	const median = isOrdered ? quantile(values, 0.5) : null;
	const hasValues = values.length > 0;
	return {
		type: column.type,
		customers: column.length,
		nulls: column.length - values.length,
		distinct: values.distinct,
		min: hasValues ? shown(values.at(0), column) : null,
		median: median === null ? null : shown(column.kind === 'number' ? median : Math.floor(median), column),
		max: hasValues ? shown(values.at(values.length - 1), column) : null,
		histogram: isOrdered ? shownBins(histogramOf(values, isWhole), column) : null,
		bulk: isOrdered ? shownBins(bulkHistogramOf(values, isWhole), column) : null,
		top: (prefix, limit) => {
			const listed = values
				.top(prefix === '' ? limit : MAX_LISTED)
				.map(({ value, rows }) => ({ value: shown(value, column), count: rows }));
			return listed.filter(({ value }) => beginsWith(String(value), prefix)).slice(0, limit);
		},
	};
}

async function textFacts(column: Column & { readonly type: 'text' }, job: Job): Promise<FieldFacts> {
	const nulls = countBits(column.nulls);
	const counts = await countTexts(column, job);
	return {
		type: column.type,
		customers: column.length,
		nulls,
		distinct: counts.rows.length,
		min: null,
		median: null,
		max: null,
		histogram: null,
		bulk: null,
		top: (prefix, limit) => topTexts(column, counts, prefix, limit),
	};
}

function topTexts(column: Column, { rows, counts, order }: TextCounts, prefix: string, limit: number): TopValue[] {
	const found: TopValue[] = [];
	for (let place = 0; place < order.length && found.length < limit; place++) {
		const entry = order[place]!;
		const value = cellOf(column, rows[entry]!);
		if (beginsWith(String(value), prefix)) {
			found.push({ value, count: counts[entry]! });
		}
	}
	return found;
}

function beginsWith(text: string, prefix: string): boolean {
	return (
		prefix === '' ||
		text
			.slice(0, prefix.length * 2)
			.toLowerCase()
			.startsWith(prefix.toLowerCase())
	);
}

function shownBins(bins: Bins | null, column: NumericColumn): FieldDescription['histogram'] {
	return bins && { low: shown(bins.low, column), high: shown(bins.high, column), counts: bins.counts };
}

/** A stored number as a cell. */
function shown(value: number, column: NumericColumn): string | number | boolean {
	switch (column.kind) {
		case 'number':
			return value / 10 ** column.scale;
		case 'date':
			return isoDate(value);
		case 'timestamp':
			return isoInstant(value);
		case 'boolean':
			return value === 1;
	}
}
