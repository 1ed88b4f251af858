import { counted } from '#shared/base/counted.ts';
import { formatP } from '#shared/charts/formatP.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import type {
	MigrationPlace,
	MigrationWarning,
	SegmentMigration,
	SegmentMovement,
} from '#shared/model/segmentMigration.ts';
import type { MigrationInput } from './MigrationInput.ts';

/**
 * Segments of high value that lose members or revenue beyond chance (METRICS F23). The total holds where nobody counts less than before
 * and its revenue has not fallen beyond chance; a loss that the total shares is told as such.
 */
export function migrationWarnings(
	segments: readonly SegmentMovement[],
	places: readonly MigrationPlace[],
	total: SegmentMigration['total'],
	{ settings, days }: Pick<MigrationInput, 'settings' | 'days'>,
): MigrationWarning[] {
	const alpha = 1 - settings.level;
	const isSmaller = (before: number | null, after: number | null) =>
		before !== null && after !== null && after < before;
	const isRevenueDown =
		isSmaller(total.before.revenue, total.after.revenue) && total.revenueP !== null && total.revenueP < alpha;
	const isTotalHeld = total.after.people >= total.before.people && !isRevenueDown;
	const ending = isTotalHeld
		? 'The total holds, so it does not show there.'
		: 'The total falls as well, so look for a common cause first.';
	const money = (value: number | null) => formatNumber(value, 'money', settings);
	return segments.flatMap(({ id, before, after, entered, left, isHighValue, membersP, revenueP }, place) => {
		if (!isHighValue) {
			return [];
		}
		const name = `“${places[place]?.name ?? id}”`;
		const fellOf = (was: number, is: number) => formatNumber(1 - is / was, 'share', settings);
		const warnings: MigrationWarning[] = [];
		if (after.people < before.people && membersP !== null && membersP < alpha) {
			warnings.push({
				segment: id,
				subject: 'members',
				isTotalHeld,
				message: `${name} lost ${counted(before.people - after.people, 'member')} of ${before.people.toLocaleString('en')} (${fellOf(before.people, after.people)}): ${left.toLocaleString('en')} left and ${entered.toLocaleString('en')} entered, more than chance explains (McNemar’s exact test, adjusted ${formatP(membersP)}). ${ending}`,
			});
		}
		if (isSmaller(before.revenue, after.revenue) && revenueP !== null && revenueP < alpha) {
			warnings.push({
				segment: id,
				subject: 'revenue',
				isTotalHeld,
				message: `${name} brought ${money(after.revenue)} in ${counted(days, 'day')} after ${money(before.revenue)} in as many before, ${fellOf(before.revenue ?? 0, after.revenue ?? 0)} less, more than chance explains (paired t test over all customers, adjusted ${formatP(revenueP)}). ${ending}`,
			});
		}
		return warnings;
	});
}
