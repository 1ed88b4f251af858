import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NumberMarks } from '../../../../engine/import/scan/ColumnFormat.ts';
import { markedReader } from '../../../../engine/import/scan/markedReader.ts';
import { parseNumber } from '../../../../engine/import/scan/parseNumber.ts';

const exact = { scale: 2, isExact: true, allowsLeadingZeros: false } as const;
const german: NumberMarks = { decimal: ',', group: '.', unit: '€', isShare: false };
const english: NumberMarks = { decimal: '.', group: ',', unit: '$', isShare: false };
const swiss: NumberMarks = { decimal: '.', group: "'", unit: 'CHF', isShare: false };
const french: NumberMarks = { decimal: ',', group: ' ', unit: 'EUR', isShare: false };
const percent: NumberMarks = { decimal: ',', group: '', unit: '%', isShare: true };

test.each<readonly [text: string, marks: NumberMarks | null, cents: number | string]>([
	['1234.5', null, 123_450],
	['-1', null, -100],
	['1-', null, -100],
	['(1)', null, -100],
	['\u22121', null, -100],
	['(1.25)', null, -125],
	['(-1)', null, 'other'],
	['--1', null, 'other'],
	['007', null, 'identifier'],
	['1234567890123456', null, 'identifier'],
	['+491721234567', null, 'identifier'],
	['+5', null, 500],
	['1,234', null, 'other'],
	['1.649,18', german, 164_918],
	['1.649,18 €', german, 164_918],
	['€ 1.649,18', german, 164_918],
	['-1.649,18\u00a0€', german, -164_918],
	['1.649,18 €-', german, -164_918],
	['12', german, 1200],
	['1.64,18', german, 'other'],
	['29.33', german, 'other'],
	['29,33 $', german, 'other'],
	['$1,649.18', english, 164_918],
	['-$1,649.18', english, -164_918],
	['$-5', english, -500],
	['($5.50)', english, -550],
	['1,23,456.00', english, 12_345_600],
	['1,2', english, 'other'],
	["1'234.50", swiss, 123_450],
	['CHF 1\u2019234.50', swiss, 123_450],
	['1\u202f234,50 EUR', french, 123_450],
	['1\u00a0234,50', french, 123_450],
	['1 234,5', french, 123_450],
	['12,5 %', percent, 'decimal'],
	['12 %', percent, 12],
	['12', percent, 'other'],
	['0', percent, 0],
])('"%s" with its marks', (text, marks, want) => {
	const read = (written: string) => {
		const value = parseNumber(written, { ...exact, marks });
		return typeof value === 'number' ? value : value.kind;
	};
	expect(read(text)).toBe(want);
	// As the threads hand it over: the bytes of UTF-8, each as a sign.
	expect(read(Buffer.from(text).toString('latin1'))).toBe(want);
});

test('signs of windows-1252 are read where the bytes are no UTF-8', () => {
	expect(parseNumber('1.649,18 \x80', { ...exact, marks: german })).toBe(164_918);
	expect(parseNumber('1\xa0234,50', { ...exact, marks: french })).toBe(123_450);
});

test('the quick reader gives what the full one gives, or leaves it to that', () => {
	const piece = fc.constantFrom(
		'1',
		'12',
		'649',
		'0',
		'.',
		',',
		"'",
		' ',
		'-',
		'€',
		'$',
		'CHF',
		'%',
		'(',
		')',
		'\u00a0',
	);
	let read = 0;
	fc.assert(
		fc.property(
			fc.array(piece, { maxLength: 6 }),
			fc.constantFrom(german, english, swiss, french, percent),
			(pieces, marks) => {
				const bytes = Buffer.from(`;${pieces.join('')};`);
				const quick = markedReader(marks, 2)(bytes, 1, bytes.length - 1);
				if (!Number.isNaN(quick)) {
					read++;
					expect(quick).toBe(parseNumber(bytes.toString('latin1', 1, bytes.length - 1), { ...exact, marks }));
				}
			},
		),
		{ seed: 20_261_122, numRuns: 20_000 },
	);
	expect(read).toBeGreaterThan(500);
});
