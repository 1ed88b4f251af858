import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DateFormat, TimestampFormat } from '../../../../engine/import/scan/ColumnFormat.ts';
import { dateReader } from '../../../../engine/import/scan/dateReader.ts';
import { NO_DAY, parseDate, parseTimestamp } from '../../../../engine/import/scan/parseDate.ts';

function isoOf(day: number): string | null {
	return day === NO_DAY ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);
}

test.each<readonly [text: string, format: Omit<DateFormat, 'kind'>, iso: string | null]>([
	['31.12.2025', { order: 'dmy', separator: 46 }, '2025-12-31'],
	['1.2.2025', { order: 'dmy', separator: 46 }, '2025-02-01'],
	['31.02.2025', { order: 'dmy', separator: 46 }, null],
	['31/12/2025', { order: 'dmy', separator: 46 }, null],
	['12/31/2025', { order: 'mdy', separator: 47 }, '2025-12-31'],
	['20251231', { order: 'ymd', separator: 0 }, '2025-12-31'],
	['31.12.68', { order: 'dmy', separator: 46, style: 'short' }, '2068-12-31'],
	['31.12.69', { order: 'dmy', separator: 46, style: 'short' }, '1969-12-31'],
	['31.12.25', { order: 'dmy', separator: 46 }, null],
	['12 Jan 2024', { order: 'ymd', separator: 0, style: 'names' }, '2024-01-12'],
	['January 12, 2024', { order: 'ymd', separator: 0, style: 'names' }, '2024-01-12'],
	['Fri, 12-Jan-24', { order: 'ymd', separator: 0, style: 'names' }, '2024-01-12'],
	['12. März 2024', { order: 'ymd', separator: 0, style: 'names' }, '2024-03-12'],
	['Freitag, 12. Okt. 2024', { order: 'ymd', separator: 0, style: 'names' }, '2024-10-12'],
	['1er février 2024', { order: 'ymd', separator: 0, style: 'names' }, '2024-02-01'],
	['12 août 2024', { order: 'ymd', separator: 0, style: 'names' }, '2024-08-12'],
	['12 de enero de 2024', { order: 'ymd', separator: 0, style: 'names' }, '2024-01-12'],
	['Order 12 May 2024', { order: 'ymd', separator: 0, style: 'names' }, null],
	['May 2024', { order: 'ymd', separator: 0, style: 'names' }, null],
	['1997-01-01T00:00:00+00:00', { order: 'ymd', separator: 45, style: 'midnight' }, '1997-01-01'],
	['1997-01-01T00:00:00+02:00', { order: 'ymd', separator: 45, style: 'midnight' }, '1997-01-01'],
	['1997-01-01 00:00:01', { order: 'ymd', separator: 45, style: 'midnight' }, null],
	// Excel itself: =DATE(1997,1,1) is 35431 in the 1900 calendar and 33969 in the 1904 one.
	['35431', { order: 'ymd', separator: 0, style: 'excel-1900' }, '1997-01-01'],
	['33969', { order: 'ymd', separator: 0, style: 'excel-1904' }, '1997-01-01'],
	['60', { order: 'ymd', separator: 0, style: 'excel-1900' }, null],
	['61', { order: 'ymd', separator: 0, style: 'excel-1900' }, '1900-03-01'],
])('"%s" is the day %3$s', (text, { order, separator, style }, iso) => {
	const read = (written: string) => isoOf(parseDate(written, order, separator, style));
	expect(read(text)).toBe(iso);
	expect(read(Buffer.from(text).toString('latin1'))).toBe(iso);
});

test.each<readonly [text: string, format: Omit<TimestampFormat, 'kind'>, iso: string | null]>([
	['2025-12-31T23:59:59.123456Z', {}, '2025-12-31T23:59:59.123Z'],
	['2025-12-31 23:59:59+0530', {}, '2025-12-31T18:29:59.000Z'],
	['2025-12-31 24:00:00', {}, null],
	['31.12.2025 14:05', { style: 'numbers', order: 'dmy', separator: 46 }, '2025-12-31T14:05:00.000Z'],
	['31.12.2025, 14:05 Uhr', { style: 'numbers', order: 'dmy', separator: 46 }, '2025-12-31T14:05:00.000Z'],
	['12/31/25 12:05 AM', { style: 'short', order: 'mdy', separator: 47 }, '2025-12-31T00:05:00.000Z'],
	['12/31/2025 1:05:09 p.m.', { style: 'numbers', order: 'mdy', separator: 47 }, '2025-12-31T13:05:09.000Z'],
	['12/31/2025 13:05 PM', { style: 'numbers', order: 'mdy', separator: 47 }, null],
	['Wed, 31 Dec 2025 23:59:59 +0100', { style: 'names' }, '2025-12-31T22:59:59.000Z'],
	['35431.5', { style: 'excel-1900' }, '1997-01-01T12:00:00.000Z'],
	['1767225599', { style: 'seconds' }, '2025-12-31T23:59:59.000Z'],
	['1767225599.25', { style: 'seconds' }, '2025-12-31T23:59:59.250Z'],
	['1767225599001', { style: 'milliseconds' }, '2025-12-31T23:59:59.001Z'],
])('"%s" is the instant %3$s', (text, format, iso) => {
	const ms = parseTimestamp(text, { kind: 'timestamp', ...format });
	expect(Number.isNaN(ms) ? null : new Date(ms).toISOString()).toBe(iso);
});

test('the quick reader of dates gives what the full one gives, or leaves it to that', () => {
	const number = fc.constantFrom(
		'1',
		'12',
		'31',
		'02',
		'2024',
		'2025',
		'1999',
		'7',
		'11',
		'0',
		'002',
		'24',
		'1x',
		'20245',
	);
	const mark = fc.constantFrom('.', '-');
	let read = 0;
	fc.assert(
		fc.property(
			fc.tuple(number, mark, number, mark, number),
			fc.constantFrom<DateFormat[]>(
				{ kind: 'date', order: 'dmy', separator: 46 },
				{ kind: 'date', order: 'mdy', separator: 45 },
				{ kind: 'date', order: 'ymd', separator: 45 },
			),
			(pieces, format) => {
				const bytes = Buffer.from(`;${pieces.join('')};`);
				const quick = dateReader(format)(bytes, 1, bytes.length - 1);
				if (quick !== NO_DAY) {
					read++;
					expect(quick).toBe(parseDate(pieces.join(''), format.order, format.separator));
				}
			},
		),
		{ seed: 20_261_122, numRuns: 20_000 },
	);
	expect(read).toBeGreaterThan(100);
});
