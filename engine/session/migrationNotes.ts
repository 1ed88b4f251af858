import { counted } from '#shared/base/counted.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { MigrationDates } from '#shared/model/segmentMigration.ts';
import { isoOfDay, MS_PER_DAY } from '#shared/rules/calendar.ts';
import { RuleChecks } from '#shared/rules/RuleChecks.ts';
import { bitAt } from '../frame/bitmap.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import { isDatedField } from '../frame/isDatedField.ts';

const MOST_NAMED = 6;

/** What to know when reading a migration: which fields have no past, and how far the data reaches. */
export function migrationNotes(
	segmentation: Segmentation,
	later: CustomerFrame,
	{ from, to }: MigrationDates,
	days: number,
	newestDay: number | null,
): string[] {
	return [
		...undatedFields(segmentation, later, from),
		...undatedOrders(later),
		...start(later, from, days),
		...(newestDay !== null && later.asOfDay > newestDay + 1
			? [`The data ends on ${isoOfDay(newestDay)}: up to ${to} recency grows while nobody can order.`]
			: []),
	];
}

/** ISO date of the first order that counts; null without dated orders. */
export function firstOrderDay({ columns, derived }: CustomerFrame): string | null {
	const first = derived.has('first_order_date') ? columns.get('first_order_date') : undefined;
	if (first?.kind !== 'date') {
		return null;
	}
	const { values, nulls } = first;
	const day = values.reduce(
		(least, value, row) => (value < least && (nulls === null || !bitAt(nulls, row)) ? value : least),
		Infinity,
	);
	return Number.isFinite(day) ? isoOfDay(day) : null;
}

/** Custom fields and segments that a rule refers to are read through to the fields of the data. */
function undatedFields({ segments, exclusions, customFields }: Segmentation, frame: CustomerFrame, from: string) {
	const { fieldsRead } = new RuleChecks(frame.fields).within({ segments, exclusions, customFields });
	const read = new Set([...segments, ...exclusions].flatMap(({ rule }) => [...fieldsRead(rule)]));
	const names = [...read].filter((name) => frame.columns.has(name) && !isDatedField(name));
	if (names.length === 0) {
		return [];
	}
	const shown = names.slice(0, MOST_NAMED).join(', ');
	const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
	return [
		`The rules read ${shown}${more}, which the data holds only as of the export: on ${from} these may have been different, and nobody moves by them.`,
	];
}

function undatedOrders({ derived }: CustomerFrame): string[] {
	return derived.has('order_count') && !derived.has('last_order_date')
		? ['The orders have no dates, so all of them count at both dates and revenue cannot be told by period.']
		: [];
}

function start(later: CustomerFrame, from: string, days: number): string[] {
	const first = firstOrderDay(later);
	const opens = isoOfDay(Date.parse(from) / MS_PER_DAY - days);
	return first === null || first <= opens
		? []
		: [
				`The first order is of ${first}, so the ${counted(days, 'day')} up to ${from} are not covered in full: revenue there is lower for that reason alone.`,
			];
}
