import { addMonths, dayOfIso, instantOfIso, isoOfDay, MS_PER_DAY } from '../calendar.ts';
import type { DurationUnit } from '../Rule.ts';
import type { AsOfShift, ConditionValue } from './ConditionTree.ts';

/** Days, or months, that a unit stands for. */
const units: Readonly<Record<DurationUnit, { readonly days: number; readonly months: number }>> = {
	days: { days: 1, months: 0 },
	weeks: { days: 7, months: 0 },
	months: { days: 0, months: 1 },
	years: { days: 0, months: 12 },
};
const DAYS_PER_MONTH = 365.25 / 12;

/** The day (since 1970-01-01) that a value means on an as-of day; null for what is no date. */
export function dayOfValue(value: ConditionValue, asOfDay: number): number | null {
	switch (value.kind) {
		case 'asof':
			return value.shift === null ? asOfDay : shiftedDay(value.shift, asOfDay);
		case 'date':
		case 'text': {
			const instant = instantOfIso(value.value);
			return instant === null ? dayOfIso(value.value) : Math.floor(instant / MS_PER_DAY);
		}
		case 'number':
		case 'boolean':
			return null;
	}
}

/** The value moved to another day: a fixed date stays one, and one beside the as-of date stays so, in its unit, to the nearest. */
export function valueOfDay(day: number, like: ConditionValue | null, asOfDay: number): ConditionValue {
	if (like?.kind !== 'asof') {
		return { kind: like?.kind === 'date' ? 'date' : 'text', value: isoOfDay(day) };
	}
	const unit = like.shift?.unit ?? 'days';
	const { days, months } = units[unit];
	const count = Math.round((day - asOfDay) / (days + months * DAYS_PER_MONTH));
	return { kind: 'asof', shift: { operator: count > 0 ? '+' : '-', digits: String(Math.abs(count)), unit } };
}

function shiftedDay({ operator, digits, unit }: AsOfShift, asOfDay: number): number {
	const count = Number(digits) * (operator === '-' ? -1 : 1);
	const { days, months } = units[unit];
	return addMonths(asOfDay, count * months) + count * days;
}
