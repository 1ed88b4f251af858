import type { EventTable } from '../../frame/EventTable.ts';
import { eventDays } from '../../frame/eventDays.ts';
import { sharedFloats, sharedInts, sharedShorts } from '../../frame/sharedArrays.ts';
import { valuesOf } from '../../frame/valuesOf.ts';
import type { KernelPool } from './KernelPool.ts';
import { runJob } from './runJob.ts';

/** Orders laid out for the trend: made once per table and as-of date, read on every edit. */
export interface TrendSource {
	/** Month labels such as 2024-03, without gaps, oldest first; older events count in the first of at most MOST_MONTHS. */
	readonly months: readonly string[];
	/** Month of each event, or NO_MONTH where it does not count. */
	readonly monthOf: Uint16Array;
	readonly offsets: Int32Array;
	readonly baseRows: Int32Array;
	/** Money in units of 10 ** -scale, null without a revenue column. Rows without a value hold 0. */
	readonly revenue: Int32Array | Float64Array | null;
	readonly scale: number;
	readonly firstLine: Uint8Array | null;
}

/** Sums by group and month: cell group x months + month. Revenue is in major units; null without a revenue column. */
export interface Trend {
	readonly months: readonly string[];
	readonly groupCount: number;
	readonly orders: Float64Array;
	readonly revenue: Float64Array | null;
}

export interface TrendJob {
	readonly kind: 'trend';
	readonly source: Omit<TrendSource, 'months' | 'scale'>;
	readonly months: number;
	readonly groups: Uint16Array;
	readonly groupCount: number;
	/** Per part: orders, then revenue, of groupCount x months cells each. */
	readonly partial: Float64Array;
	readonly parts: number;
}

const NO_MONTH = 0xffff;
const EVENTS_PER_PART = 262_144;
const MOST_PARTS = 16;
/** A mistyped year must not make a table of a hundred thousand months. */
const MOST_MONTHS = 1200;
const DAYS_SHOWN = MOST_MONTHS * 30;
const MS_PER_DAY = 86_400_000;

/** Null when the table has no dates, or none on or before the as-of day: then there is no trend. */
export function prepareTrend(events: EventTable, asOfDay: number): TrendSource | null {
	const days = eventDays(events, asOfDay).days;
	if (days === null) {
		return null;
	}
	let first = Infinity;
	let last = -Infinity;
	for (let event = 0; event < events.length; event++) {
		const day = days[event]!;
		if (day <= asOfDay) {
			first = day < first ? day : first;
			last = day > last ? day : last;
		}
	}
	if (first === Infinity) {
		return null;
	}
	first = Math.max(first, last - DAYS_SHOWN);
	const { months, monthOfDay } = monthTable(first, last);
	const monthOf = sharedShorts(events.length);
	for (let event = 0; event < events.length; event++) {
		const day = days[event]!;
		monthOf[event] = day <= asOfDay ? monthOfDay[Math.max(0, day - first)]! : NO_MONTH;
	}
	const revenue = valuesOf(events.columns.get('revenue'));
	const { offsets, baseRows, firstLine } = events;
	return {
		months,
		monthOf,
		offsets,
		baseRows,
		revenue: revenue?.values ?? null,
		scale: revenue?.scale ?? 0,
		firstLine,
	};
}

/** Orders and revenue by group (a code per customer of the base, on shared memory) and month. */
export function trend(pool: KernelPool | null, source: TrendSource, groups: Uint16Array, groupCount: number): Trend {
	const { months, scale, ...shared } = source;
	const cells = groupCount * months.length;
	const events = source.monthOf.length;
	const parts = Math.min(MOST_PARTS, Math.max(1, Math.ceil(events / EVENTS_PER_PART)));
	const partial = sharedFloats(parts * 2 * cells);
	const job: TrendJob = { kind: 'trend', source: shared, months: months.length, groups, groupCount, partial, parts };
	runJob(pool, job, trendPart);
	const sums = new Float64Array(2 * cells);
	for (let part = 0; part < parts; part++) {
		for (let cell = 0, from = part * 2 * cells; cell < 2 * cells; cell++) {
			sums[cell]! += partial[from + cell]!;
		}
	}
	const revenue = source.revenue === null ? null : sums.subarray(cells).map((value) => value / 10 ** scale);
	return { months, groupCount, orders: sums.slice(0, cells), revenue };
}

export function trendPart(job: TrendJob, part: number): void {
	const { source, months, groups, partial, parts } = job;
	const cells = job.groupCount * months;
	const customers = source.baseRows.length;
	const from = customerAt(source.offsets, part / parts, customers);
	const to = customerAt(source.offsets, (part + 1) / parts, customers);
	const orders = partial.subarray(part * 2 * cells, part * 2 * cells + cells);
	const revenue = partial.subarray(part * 2 * cells + cells, (part + 1) * 2 * cells);
	const values = source.revenue ?? sharedInts(0);
	addEvents(source, values, source.revenue !== null, months, groups, from, to, orders, revenue);
}

function addEvents(
	source: TrendJob['source'],
	values: Int32Array | Float64Array,
	hasValues: boolean,
	months: number,
	groups: Uint16Array,
	from: number,
	to: number,
	orders: Float64Array,
	revenue: Float64Array,
): void {
	const { offsets, baseRows, monthOf, firstLine } = source;
	for (let customer = from, event = offsets[from]!; customer < to; customer++) {
		const end = offsets[customer + 1]!;
		const row = baseRows[customer]!;
		if (row < 0) {
			event = end;
			continue;
		}
		const at = groups[row]! * months;
		for (; event < end; event++) {
			const month = monthOf[event]!;
			if (month === NO_MONTH) {
				continue;
			}
			orders[at + month]! += firstLine === null ? 1 : firstLine[event]!;
			if (hasValues) {
				revenue[at + month]! += values[event]!;
			}
		}
	}
}

/** First customer whose events start at or after the given share of all events. */
function customerAt(offsets: Int32Array, share: number, customers: number): number {
	const target = share * offsets[customers]!;
	let low = 0;
	let high = customers;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (offsets[middle]! < target) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return share >= 1 ? customers : low;
}

function monthTable(first: number, last: number): { months: readonly string[]; monthOfDay: Uint16Array } {
	const months: string[] = [];
	const monthOfDay = new Uint16Array(last - first + 1);
	for (let day = first; day <= last; day++) {
		const label = new Date(day * MS_PER_DAY).toISOString().slice(0, -17);
		if (months.at(-1) !== label) {
			months.push(label);
		}
		monthOfDay[day - first] = months.length - 1;
	}
	return { months, monthOfDay };
}
