import { addMonths, MS_PER_DAY } from '#shared/rules/calendar.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Column } from '../../columns/Column.ts';

/**
 * Where a constant lies among the values that a column stores: a stored value equals it when low <= value <= high, is below it
 * when value < low, above it when value > high. `low > high` when no stored value can equal it (2.5 among whole numbers).
 */
export interface ConstantSpan {
	readonly low: number;
	readonly high: number;
}

/** The number, date or moment column that an operand reads as it stands; `isDateOf` where only the date of a moment counts. */
export interface RangeOperand {
	readonly field: string;
	readonly isDateOf: boolean;
}

export function rangeOperand(typed: TypedRule): RangeOperand | null {
	const isDateOf = typed.kind === 'date-of';
	const field = isDateOf ? typed.operand : typed;
	const hasRange = field.type === 'number' || field.type === 'date' || field.type === 'timestamp';
	return field.kind === 'field' && hasRange ? { field: field.name, isDateOf } : null;
}

/** null where the operand is no constant. */
export function constantSpan(
	typed: TypedRule,
	column: Column,
	{ isDateOf }: RangeOperand,
	asOfDay: number,
): ConstantSpan | null {
	if (column.kind === 'number') {
		return typed.kind === 'constant' && typed.type === 'number' ? numberSpan(typed.digits, column) : null;
	}
	const value = constantInstant(typed, asOfDay);
	if (value === null) {
		return null;
	}
	return isDateOf
		? { low: value * MS_PER_DAY, high: doubleBelow((value + 1) * MS_PER_DAY) }
		: { low: value, high: value };
}

/** The next smaller stored value: whole numbers are one apart, doubles and moments are not. */
export function storedBelow(value: number, column: Column): number {
	return isWhole(column) ? value - 1 : doubleBelow(value);
}

export function storedAbove(value: number, column: Column): number {
	return isWhole(column) ? value + 1 : -doubleBelow(-value);
}

function isWhole(column: Column): boolean {
	return column.kind === 'number' ? column.isExact : column.kind === 'date';
}

function numberSpan(digits: string, { scale, isExact }: Column & { kind: 'number' }): ConstantSpan {
	if (!isExact) {
		const value = Number(digits) * 10 ** scale;
		return { low: value, high: value };
	}
	const [whole = '', places = ''] = digits.replace('-', '').split('.');
	const scaled = BigInt(whole + places.padEnd(scale, '0').slice(0, scale));
	const isStored = /^0*$/.test(places.slice(scale));
	const floor = digits.startsWith('-') ? -scaled - (isStored ? 0n : 1n) : scaled;
	return isStored ? { low: Number(floor), high: Number(floor) } : { low: Number(floor + 1n), high: Number(floor) };
}

function constantInstant(typed: TypedRule, asOfDay: number): number | null {
	if (typed.kind === 'asof') {
		return asOfDay;
	}
	if (typed.kind === 'constant') {
		return typed.type === 'date' ? typed.day : typed.type === 'timestamp' ? typed.ms : null;
	}
	const day = typed.kind === 'shift' && typed.type === 'date' ? constantInstant(typed.operand, asOfDay) : null;
	if (typed.kind !== 'shift' || day === null) {
		return null;
	}
	return (typed.months === 0 ? day : addMonths(day, typed.months)) + typed.days;
}

/** The next double towards minus infinity (IEEE 754 nextDown). */
function doubleBelow(value: number): number {
	if (value === 0) {
		return -Number.MIN_VALUE;
	}
	const view = new DataView(new ArrayBuffer(8));
	view.setFloat64(0, value);
	view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? -1n : 1n));
	return view.getFloat64(0);
}
