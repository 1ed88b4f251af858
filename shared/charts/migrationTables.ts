import { formatDifference, formatNumber, type NumberFormat } from '../metrics/formatNumber.ts';
import type { SegmentMigration, SegmentMovement } from '../model/segmentMigration.ts';
import { type ChartTable, numberCell, textCell, type TableCell } from './ChartTable.ts';
import { formatP } from './formatP.ts';

/** Every flow between two places, largest first. */
export function flowTable({ flows, places, from, to }: SegmentMigration, format: NumberFormat): ChartTable {
	const money = (value: number | null) => numberCell(value, (amount) => formatNumber(amount, 'money', format));
	return {
		columns: [
			column(`On ${from}`),
			column(`On ${to}`),
			number('Customers'),
			number(`Revenue up to ${from}`),
			number(`Revenue up to ${to}`),
		],
		rows: flows
			.toSorted((a, b) => b.people - a.people)
			.map((flow) => [
				textCell(places[flow.from]?.name ?? ''),
				textCell(places[flow.to]?.name ?? ''),
				people(flow.people),
				money(flow.revenueBefore),
				money(flow.revenueAfter),
			]),
	};
}

/** Who entered, stayed and left, per segment. */
export function membersTable(migration: SegmentMigration, format: NumberFormat): ChartTable {
	const share = (value: number) => formatNumber(value, 'share', format);
	return {
		columns: [
			column('Segment'),
			number(`On ${migration.from}`),
			number(`On ${migration.to}`),
			number('Stayed'),
			number('Share staying'),
			number('at least'),
			number('at most'),
			number('Entered'),
			number('of whom new customers'),
			number('Left'),
			number('Chance of such a change'),
		],
		rows: rowsOf(migration, (segment) => [
			people(segment.before.people),
			people(segment.after.people),
			people(segment.stayed),
			numberCell(segment.stayShare, share),
			numberCell(segment.stayInterval?.low, share),
			numberCell(segment.stayInterval?.high, share),
			people(segment.entered),
			people(segment.newCustomers),
			people(segment.left),
			numberCell(segment.membersP, formatP),
		]),
	};
}

/** Where the change of revenue comes from, per segment. */
export function revenueTable(migration: SegmentMigration, format: NumberFormat): ChartTable {
	const money = (value: number | null) => numberCell(value, (amount) => formatNumber(amount, 'money', format));
	const change = (value: number | undefined) =>
		numberCell(value, (amount) => formatDifference(amount, 'money', format));
	return {
		columns: [
			column('Segment'),
			number(`Up to ${migration.from}`),
			number(`Up to ${migration.to}`),
			number('Change'),
			number('by those who stayed'),
			number('by those who came'),
			number('by new customers'),
			number('by those who left'),
			number('Chance of such a change'),
		],
		rows: rowsOf(migration, ({ before, after, revenueChange, revenueP }) => [
			money(before.revenue),
			money(after.revenue),
			change(revenueChange?.total),
			change(revenueChange?.stayers),
			change(revenueChange?.movedIn),
			change(revenueChange?.newCustomers),
			// 0 - x, because a loss of nothing has no sign.
			change(revenueChange ? 0 - revenueChange.movedOut : undefined),
			numberCell(revenueP, formatP),
		]),
	};
}

function rowsOf({ segments, places }: SegmentMigration, cells: (segment: SegmentMovement) => TableCell[]) {
	return segments.map((segment, place) => [textCell(places[place]?.name ?? segment.id), ...cells(segment)]);
}

function column(label: string) {
	return { label, isNumeric: false };
}

function number(label: string) {
	return { label, isNumeric: true };
}

function people(count: number): TableCell {
	return numberCell(count, (value) => value.toLocaleString('en'));
}
