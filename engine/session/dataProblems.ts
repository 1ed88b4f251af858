import type { Problem } from '#shared/model/problem.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import type { LoadedEvents } from '../import/cluster/loadEventTable.ts';
import { suggestsDate } from '../import/headerHints.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { isoDay } from './asOfDay.ts';
import { counted } from '#shared/base/counted.ts';
import { newestOf } from './newestDay.ts';
import { shapeProblems } from './shapeProblems.ts';

const MS_PER_DAY = 86_400_000;

/** What is odd about the tables as they fit together, with counts. */
export function dataProblems(
	tables: readonly StoredTable[],
	events: ReadonlyMap<StoredTable, LoadedEvents>,
	customers: number,
): Problem[] {
	return tables.flatMap((table) => {
		const loaded = events.get(table);
		if (table.mapping.role === 'customers') {
			return customerProblems(table, customers);
		}
		return loaded
			? [...eventProblems(table, loaded, tables), ...shapeProblems(loaded.meta.counts, about.bind(null, table))]
			: [];
	});
}

function eventProblems(table: StoredTable, { meta }: LoadedEvents, tables: readonly StoredTable[]): Problem[] {
	const found: Problem[] = [];
	const label = roleFacts(table.mapping.role).label.toLowerCase();
	if (meta.rowsWithoutKey > 0) {
		found.push(
			about(
				table,
				'warning',
				'join.no-customer',
				`Left out of every figure: ${counted(meta.rowsWithoutKey, 'row')} of ${table.name} without a customer. The table keeps them.`,
			),
		);
	}
	const isCounted = table.mapping.role === 'orders' || table.mapping.role === 'recipients';
	if (isCounted && table.mapping.fields['date'] === undefined) {
		const unread = unreadDates(table);
		const consequence = `all of its ${label} count whatever the as-of date is, and fields such as recency are missing`;
		found.push(
			about(
				table,
				unread === null ? 'info' : 'warning',
				'frame.no-dates',
				unread === null
					? `${table.name} has no column for the date, so ${consequence}.`
					: `The dates of ${table.name} could not be read: "${unread}" holds texts. So ${consequence}. Import the file again and say how its dates are written, or choose another column.`,
			),
		);
	}
	const newest = roleFacts(table.mapping.role).movesAsOf ? newestOf(table, 'date') : null;
	const tomorrow = Math.floor(Date.now() / MS_PER_DAY) + 1;
	if (newest !== null && newest > tomorrow) {
		found.push(
			about(
				table,
				'warning',
				'frame.future-dates',
				`The newest date in ${table.name} is ${isoDay(newest)}, which lies in the future. If that is a mistake, correct it in the file, or set the as-of date yourself: without that it follows the newest date.`,
			),
		);
	}
	if (!tables.some(({ mapping }) => mapping.role === 'customers')) {
		found.push(
			about(
				table,
				'info',
				'base.from-events',
				`There is no customers table, so every customer of ${table.name} is in the base.`,
			),
		);
	}
	return found;
}

/** Imports quarantine repeated ids; they are met here when a table was given the role later. */
function customerProblems(table: StoredTable, customers: number): Problem[] {
	const left = table.rowsLoaded - customers;
	return left <= 0
		? []
		: [
				about(
					table,
					'warning',
					'base.repeated-customers',
					`Left out of the base: ${counted(left, 'row')} of ${table.name} with the id of an earlier row, or with none. The first row of each customer counts.`,
				),
			];
}

function about(table: StoredTable, severity: Problem['severity'], code: string, message: string): Problem {
	return { severity, code, message, source: { kind: 'table', tableId: table.id } };
}

/** A column without a part that is called a date and was read as text; null where there is none. */
function unreadDates({ mapping, columns }: StoredTable): string | null {
	const taken = new Set(Object.values(mapping.fields));
	const found = columns.find(
		({ summary: { name, type } }) => type === 'text' && !taken.has(name) && suggestsDate(name, 'days'),
	);
	return found?.summary.name ?? null;
}
