import { expect, test } from 'vitest';
import { dayOfIso, isoOfDay } from '#shared/rules/calendar.ts';
import type { ConditionValue } from '#shared/rules/conditions/ConditionTree.ts';
import { dayOfValue, valueOfDay } from '#shared/rules/conditions/dateValue.ts';

const asOfDay = dayOfIso('2024-03-31')!;
const shifted = (operator: '+' | '-', digits: string, unit: 'days' | 'weeks' | 'months' | 'years'): ConditionValue => ({
	kind: 'asof',
	shift: { operator, digits, unit },
});

test.each<[ConditionValue, string]>([
	[{ kind: 'asof', shift: null }, '2024-03-31'],
	[shifted('-', '90', 'days'), '2024-01-01'],
	[shifted('-', '1', 'months'), '2024-02-29'],
	[shifted('+', '2', 'weeks'), '2024-04-14'],
	[shifted('-', '1', 'years'), '2023-03-31'],
	[{ kind: 'text', value: '2024-01-31' }, '2024-01-31'],
])('%j is a day', (value, iso) => {
	const day = dayOfValue(value, asOfDay);
	expect(day === null ? null : isoOfDay(day)).toBe(iso);
});

test('a moved date keeps its form and its unit', () => {
	const day = dayOfIso('2023-12-31')!;
	expect(valueOfDay(day, shifted('-', '1', 'days'), asOfDay)).toEqual(shifted('-', '91', 'days'));
	expect(valueOfDay(day, shifted('-', '1', 'weeks'), asOfDay)).toEqual(shifted('-', '13', 'weeks'));
	expect(valueOfDay(day, shifted('+', '1', 'months'), asOfDay)).toEqual(shifted('-', '3', 'months'));
	expect(valueOfDay(asOfDay + 2, shifted('-', '1', 'days'), asOfDay)).toEqual(shifted('+', '2', 'days'));
	expect(valueOfDay(day, { kind: 'date', value: '2024-01-01' }, asOfDay)).toEqual({
		kind: 'date',
		value: '2023-12-31',
	});
	expect(valueOfDay(day, null, asOfDay)).toEqual({ kind: 'text', value: '2023-12-31' });
});

test('what is no date has no day', () => {
	expect(dayOfValue({ kind: 'number', digits: '5' }, asOfDay)).toBeNull();
	expect(dayOfValue({ kind: 'text', value: 'yesterday' }, asOfDay)).toBeNull();
});
