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
	const report = (severity: Problem['severity'], code: string, count: number, message: string) => {
		if (count > 0) {
			found.push({
				severity,
				code,
				message: message.replace('#', count.toLocaleString('en')),
				source: { kind: 'project' },
			});
		}
	};
	for (const [noun, days] of [
		['order', orderDays],
		['campaign', recipientDays],
	] as const) {
		report(
			'warning',
			'frame.undated-rows',
			days?.undated ?? 0,
			`# ${noun} rows have no date. They are left out of every figure.`,
		);
		report(
			'info',
			'frame.later-rows',
			days?.later ?? 0,
			`# ${noun} rows are dated after ${asOf} and do not count as of that day.`,
		);
	}
	report(
		'warning',
		'frame.no-revenue',
		orders?.rowsWithoutRevenue ?? 0,
		'# order rows say no revenue. The orders count, their revenue does not.',
	);
	report(
		'warning',
		'frame.no-margin',
		orders?.rowsWithoutMargin ?? 0,
		'# order rows lack revenue or cost. They are left out of the margin.',
	);
	report(
		'warning',
		'frame.no-campaign-revenue',
		recipients?.rowsWithoutRevenue ?? 0,
		'# campaign rows say no revenue. They add nothing to campaign revenue.',
	);
	report(
		'warning',
		'frame.both-arms',
		recipients?.customersInBothArms ?? 0,
		'# customers are found in treatment and in control. They are left out of every comparison of the arms.',
	);
	report(
		'info',
		'frame.other-arms',
		recipients?.rowsWithoutArm ?? 0,
		'# campaign rows are neither treatment nor control. They are left out of every comparison of the arms.',
	);
	return found;
}
