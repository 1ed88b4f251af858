import { counted } from '#shared/base/counted.ts';
import type { Problem } from '#shared/model/problem.ts';
import { MS_PER_DAY } from './eventDays.ts';
import type { EventDays } from './eventDays.ts';
import type { OrderFields } from './orderFields.ts';
import type { RecipientFields } from './recipientFields.ts';

/** What was left out of the frame, with numbers. */
export function frameProblems(
	asOfDay: number,
	orderDays: EventDays | null,
	orders: OrderFields | null,
	recipientDays: EventDays | null,
	recipients: RecipientFields | null,
): readonly Problem[] {
	const asOf = new Date(asOfDay * MS_PER_DAY).toISOString().slice(0, 10);
	const found: Problem[] = [];
	const report = (
		severity: Problem['severity'],
		code: string,
		count: number | undefined,
		noun: string,
		message: (counted: string) => string,
	) => {
		if (count) {
			found.push({ severity, code, message: message(counted(count, noun)), source: { kind: 'project' } });
		}
	};
	for (const [noun, days] of [
		['order row', orderDays],
		['campaign row', recipientDays],
	] as const) {
		report(
			'warning',
			'frame.undated-rows',
			days?.undated,
			noun,
			(rows) => `Left out of every figure: ${rows} without a date.`,
		);
		report(
			'info',
			'frame.later-rows',
			days?.later,
			noun,
			(rows) => `Not counted yet: ${rows} dated after ${asOf}, the as-of date.`,
		);
	}
	report(
		'warning',
		'frame.no-revenue',
		orders?.rowsWithoutRevenue,
		'order row',
		(rows) => `Counted as orders, but without revenue: ${rows}.`,
	);
	report(
		'warning',
		'frame.no-margin',
		orders?.rowsWithoutMargin,
		'order row',
		(rows) => `Left out of the margin: ${rows} without revenue or without cost.`,
	);
	report(
		'warning',
		'frame.no-campaign-revenue',
		recipients?.rowsWithoutRevenue,
		'campaign row',
		(rows) => `Left out of campaign revenue: ${rows} without revenue.`,
	);
	report(
		'warning',
		'frame.both-arms',
		recipients?.customersInBothArms,
		'customer',
		(people) => `Left out of every comparison of the arms: ${people} found in both treatment and control.`,
	);
	report(
		'info',
		'frame.other-arms',
		recipients?.rowsWithoutArm,
		'campaign row',
		(rows) => `Left out of every comparison of the arms: ${rows} of neither treatment nor control.`,
	);
	return found;
}
