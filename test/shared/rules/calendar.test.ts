import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, civilOfDay, dayOfIso, instantOfIso, isoOfDay } from '#shared/rules/calendar.ts';

test('days and dates agree with the calendar of the JavaScript engine over 8,000 years', () => {
	fc.assert(
		fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
			const date = new Date(day * 86_400_000);
			expect(civilOfDay(day)).toEqual({
				year: date.getUTCFullYear(),
				month: date.getUTCMonth() + 1,
				day: date.getUTCDate(),
			});
			expect(dayOfIso(isoOfDay(day))).toBe(day);
		}),
		{ seed: 1 },
	);
});

test.each([
	'2024-02-30',
	'2023-02-29',
	'1900-02-29',
	'2024-13-01',
	'2024-00-10',
	'2024-1-1',
	'31.01.2024',
	'',
	'2024-01-31 ',
])('%j is no date', (text) => {
	expect(dayOfIso(text)).toBeNull();
});

describe('moments', () => {
	test.each([
		'2024-01-31 14:30',
		'2024-01-31T14:30:05',
		'2024-01-31T14:30:05.250Z',
		'2024-01-31T14:30:05+02:00',
		'2000-02-29 00:00:00',
	])('%s is read as the JavaScript engine reads it, as UTC where it names no zone', (text) => {
		const hasZone = /Z$|[+-]\d\d:\d\d$/.test(text);
		expect(instantOfIso(text)).toBe(Date.parse(text.replace(' ', 'T') + (hasZone ? '' : 'Z')));
	});

	test.each(['2024-01-31', '2024-01-31 24:00', '2024-01-31 10:60', '2024-02-30 10:00', '2024-01-31 10'])(
		'%j is none',
		(text) => {
			expect(instantOfIso(text)).toBeNull();
		},
	);
});

test.each([
	['2024-03-31', -1, '2024-02-29'],
	['2023-03-31', -1, '2023-02-28'],
	['2024-02-29', -12, '2023-02-28'],
	['2024-01-15', -25, '2021-12-15'],
	['2024-12-31', 2, '2025-02-28'],
])('%s moved by %i months is %s', (from, months, to) => {
	expect(isoOfDay(addMonths(dayOfIso(from) ?? Number.NaN, months))).toBe(to);
});
