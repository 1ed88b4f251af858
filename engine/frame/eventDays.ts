import type { EventTable } from './EventTable.ts';
import { bitAt } from './bitmap.ts';

/** Day of an event whose date is missing: after every as-of day, so such events never count. */
export const UNDATED = 0x7fffffff;
export const MS_PER_DAY = 86_400_000;

export interface EventDays {
	/** Days since 1970-01-01 (UTC) per event; null when the table has no date column, then every event counts. */
	readonly days: Int32Array | null;
	readonly undated: number;
	/** Events after the as-of day. */
	readonly later: number;
}

export function eventDays(events: EventTable, asOfDay: number): EventDays {
	const days = daysOf(events);
	if (days === null) {
		return { days: null, undated: 0, later: 0 };
	}
	let undated = 0;
	let notCounted = 0;
	for (let event = 0; event < days.length; event++) {
		if (days[event]! > asOfDay) {
			notCounted++;
			undated += days[event]! === UNDATED ? 1 : 0;
		}
	}
	return { days, undated, later: notCounted - undated };
}

function daysOf(events: EventTable): Int32Array | null {
	const column = events.columns.get('date');
	if (column?.kind !== 'date' && column?.kind !== 'timestamp') {
		return null;
	}
	const { nulls } = column;
	if (column.kind === 'date' && nulls === null) {
		return column.values;
	}
	const divisor = column.kind === 'date' ? 1 : MS_PER_DAY;
	const days = new Int32Array(column.length);
	for (let event = 0; event < column.length; event++) {
		const isMissing = nulls !== null && bitAt(nulls, event);
		days[event] = isMissing ? UNDATED : Math.floor(column.values[event]! / divisor);
	}
	return days;
}
