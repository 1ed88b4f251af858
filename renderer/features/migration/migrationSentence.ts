import { counted } from '#shared/base/counted.ts';
import { formatNumber, type NumberFormat } from '#shared/metrics/formatNumber.ts';
import { stabilityText } from '#shared/metrics/stabilityText.ts';
import type { SegmentMigration } from '#shared/model/segmentMigration.ts';
import { format } from '../../ui/format.ts';

/** What happened between the dates, in plain words. */
export function migrationSentence(migration: SegmentMigration, numbers: NumberFormat): string {
	const { from, to, total, moved, stability, days } = migration;
	const share = total.before.people === 0 ? null : moved.people / total.before.people;
	const people = `Of ${counted(total.before.people, 'customer')} on ${format.date(from)}, ${format.count(moved.people)} (${formatNumber(share, 'share', numbers)}) had moved by ${format.date(to)}.`;
	const money =
		total.before.revenue === null || total.after.revenue === null
			? ''
			: ` Revenue of all was ${formatNumber(total.before.revenue, 'money', numbers)} in the ${counted(days, 'day')} up to the first date and ${formatNumber(total.after.revenue, 'money', numbers)} in as many up to the second.`;
	return `${people}${money} ${stabilityText(stability)}`;
}
