import { roleFacts } from '#shared/model/tableRole.ts';
import type { StoredTable } from '../store/StoredTable.ts';

const MS_PER_DAY = 86_400_000;

/** The newest day of any dated event, or where there is none of any sign-up, in days since 1970-01-01; null without dates. */
export function newestDay(tables: readonly StoredTable[]): number | null {
	const newest = (movesAsOf: boolean, field: string) => {
		const days = tables
			.filter(({ mapping }) => roleFacts(mapping.role).movesAsOf === movesAsOf)
			.map((table) => newestOf(table, field))
			.filter((day) => day !== null);
		return days.length === 0 ? null : Math.max(...days);
	};
	return newest(true, 'date') ?? newest(false, 'signup_date');
}

/** From the range that the import noted, which is ISO text for dates and timestamps. */
export function newestOf(table: StoredTable, field: string): number | null {
	const header = table.mapping.fields[field];
	const max = table.columns.find(({ summary }) => summary.name === header)?.summary.max;
	const time = typeof max === 'string' ? Date.parse(max) : Number.NaN;
	return Number.isNaN(time) ? null : Math.floor(time / MS_PER_DAY);
}
