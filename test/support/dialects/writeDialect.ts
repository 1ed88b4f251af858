import type { Cell } from '../../../shared/model/columnType.ts';
import type { DialectSpec } from './DialectSpec.ts';
import { pick, type Random } from './randomDialect.ts';

export interface DialectFile {
	readonly bytes: Uint8Array;
	/** Names as they should be given. */
	readonly names: readonly string[];
	readonly rows: readonly (readonly Cell[])[];
	readonly skippedFirst: number;
	readonly skippedLast: number;
}

const headers = ['Nr', 'Kunde', 'Order Date', 'Created at', 'Amount', 'Qty', 'Active', 'Discount', 'Zip'];
const names = [
	'Müller',
	'Élodie',
	'Weiß & Söhne',
	'Smith, John',
	'plain',
	'the "best"',
	'a;b',
	'x|y',
	'two words',
	'tab\there',
	"O'Brien's",
];

/** A table of invented orders in a dialect, with what must be read from it. */
export function writeDialect(spec: DialectSpec, random: Random, rowCount: number): DialectFile {
	const rows: Cell[][] = [];
	const lines: string[] = [];
	const isMissing = () => random() < 0.04;
	for (let row = 0; row < rowCount; row++) {
		const day = Math.floor(random() * 2900) + 17_000;
		const second = day * 86_400 + Math.floor(random() * 86_400);
		const cents = Math.floor(random() * (row % 5 === 0 ? 5_000_000 : 90_000)) * (random() < 0.1 ? -1 : 1);
		const quantity = Math.floor(random() * 9) + 1;
		const discount = Math.floor(random() * 1000);
		const name = random() < 0.05 ? `line one${spec.newline}line two` : pick(random, names);
		const isActive = random() < 0.5;
		const zip = String(Math.floor(random() * (row === 0 ? 9999 : 99_999))).padStart(5, '0');
		const has = { date: !isMissing(), moment: !isMissing(), amount: !isMissing(), active: !isMissing() };
		const iso = isoDay(day);
		const wanted: Cell[] = [
			row + 1,
			name,
			has.date ? iso : null,
			has.moment
				? isoSecond(spec.moment === 'dmy' || spec.moment === 'mdy am pm' ? second - (second % 60) : second)
				: null,
			has.amount ? cents / 100 : null,
			quantity,
			has.active ? isActive : null,
			discount / 1000,
			zip,
		];
		const fields = [
			{ text: String(row + 1), isText: false },
			{ text: name, isText: true },
			{ text: has.date ? writeDate(spec, day) : spec.noValue, isText: false },
			{ text: has.moment ? writeMoment(spec, second) : spec.noValue, isText: false },
			{ text: has.amount ? writeAmount(spec, cents) : spec.noValue, isText: false },
			{ text: String(quantity), isText: false },
			{ text: has.active ? spec.yesNo[isActive ? 0 : 1] : spec.noValue, isText: false },
			{ text: `${(discount / 10).toFixed(1).replace('.', spec.number.decimal)} %`, isText: false },
			{ text: zip, isText: true },
		];
		rows.push(wanted);
		lines.push(joined(spec, fields) + (spec.trailing === 'none' ? '' : spec.delimiter));
		if (spec.hasBlankLines && row % 7 === 3) {
			lines.push('');
		}
	}
	const header = headerOf(spec);
	const before = linesBefore(spec);
	const after = linesAfter(spec);
	const headerLine =
		spec.header === 'none'
			? []
			: [
					joined(
						spec,
						header.map((text) => ({ text, isText: true })),
					) + (spec.trailing === 'rows and header' ? spec.delimiter : ''),
				];
	const text = [...before, ...headerLine, ...lines, ...after].join(spec.newline) + spec.newline;
	return {
		bytes: encode(text, spec.encoding),
		names: givenNames(spec, header),
		rows,
		skippedFirst: before.length,
		skippedLast: after.filter((line) => line !== '').length,
	};
}

function joined(spec: DialectSpec, fields: readonly { readonly text: string; readonly isText: boolean }[]): string {
	return fields
		.map(({ text, isText }) => {
			const isNeeded = text.includes(spec.delimiter) || text.includes(spec.quote) || /[\r\n]/.test(text);
			const isQuoted = isNeeded || spec.quotes === 'all' || (spec.quotes === 'texts' && isText);
			return isQuoted ? spec.quote + text.replaceAll(spec.quote, spec.quote.repeat(2)) + spec.quote : text;
		})
		.join(spec.delimiter);
}

function headerOf(spec: DialectSpec): string[] {
	return headers.map((name, column) =>
		spec.header === 'duplicate' && column === 7 ? 'Amount' : spec.header === 'blank' && column === 5 ? '' : name,
	);
}

function givenNames(spec: DialectSpec, header: readonly string[]): string[] {
	return header.map((name, column) =>
		spec.header === 'none' || name === ''
			? `column_${column + 1}`
			: spec.header === 'duplicate' && column === 7
				? 'Amount_2'
				: name,
	);
}

function linesBefore(spec: DialectSpec): string[] {
	const rest = spec.delimiter.repeat(headers.length - 1);
	switch (spec.before) {
		case 'nothing':
			return [];
		case 'sep':
			return [`sep=${spec.delimiter}`];
		case 'title':
			return ['Orders of the year', ''];
		case 'titles with delimiters':
			return [
				`Order export${rest}`,
				`Made on${spec.delimiter}2026-01-31${spec.delimiter.repeat(headers.length - 2)}`,
				rest,
			];
		case 'comment':
			return ['# Exported by the shop', '# All orders'];
	}
}

function linesAfter(spec: DialectSpec): string[] {
	const rest = spec.delimiter.repeat(headers.length - 1);
	const amount = `${spec.delimiter.repeat(4)}${joined(spec, [{ text: writeAmount(spec, 12_345_678), isText: false }])}${spec.delimiter.repeat(4)}`;
	const end = spec.trailing === 'none' ? '' : spec.delimiter;
	switch (spec.after) {
		case 'nothing':
			return [];
		case 'total':
			return [`Total${amount}${end}`];
		case 'note':
			return ['', 'End of the report'];
		case 'blank lines':
			return ['', '', ''];
		case 'delimiters':
			return [rest + end, rest + end];
	}
}

function writeAmount({ number: { decimal, group, negative, unit, isUnitBefore } }: DialectSpec, cents: number): string {
	const [whole = '', places = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
	const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
	const digits = `${grouped}${decimal}${places}`;
	const withUnit =
		unit === '' ? digits : isUnitBefore ? `${unit}${unit.length > 1 ? ' ' : ''}${digits}` : `${digits} ${unit}`;
	if (cents >= 0) {
		return withUnit;
	}
	switch (negative) {
		case 'minus':
			return `-${withUnit}`;
		case 'trailing':
			return `${withUnit}-`;
		case 'brackets':
			return `(${withUnit})`;
		case 'long minus':
			return `\u2212${withUnit}`;
	}
}

const monthNames = {
	english: [
		'January',
		'February',
		'March',
		'April',
		'May',
		'June',
		'July',
		'August',
		'September',
		'October',
		'November',
		'December',
	],
	german: [
		'Januar',
		'Februar',
		'März',
		'April',
		'Mai',
		'Juni',
		'Juli',
		'August',
		'September',
		'Oktober',
		'November',
		'Dezember',
	],
	french: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
};

function writeDate({ date }: DialectSpec, day: number): string {
	const iso = isoDay(day);
	const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
	const short = year.slice(2);
	const at = Number(month) - 1;
	switch (date) {
		case 'iso':
			return iso;
		case 'dmy.':
			return `${dayOfMonth}.${month}.${year}`;
		case 'dmy/':
			return `${Number(dayOfMonth)}/${Number(month)}/${year}`;
		case 'dmy-':
			return `${dayOfMonth}-${month}-${year}`;
		case 'mdy/':
			return `${month}/${dayOfMonth}/${year}`;
		case 'ymd/':
			return `${year}/${month}/${dayOfMonth}`;
		case 'short dmy.':
			return `${dayOfMonth}.${month}.${short}`;
		case 'short mdy/':
			return `${Number(month)}/${Number(dayOfMonth)}/${short}`;
		case 'english':
			return `${Number(dayOfMonth)} ${monthNames.english[at]} ${year}`;
		case 'english short':
			return `${dayOfMonth}-${monthNames.english[at]!.slice(0, 3)}-${short}`;
		case 'american':
			return `${monthNames.english[at]!.slice(0, 3)} ${Number(dayOfMonth)}, ${year}`;
		case 'german':
			return `${Number(dayOfMonth)}. ${monthNames.german[at]} ${year}`;
		case 'french':
			return `${dayOfMonth} ${monthNames.french[at]} ${year}`;
		case 'compact':
			return iso.replaceAll('-', '');
		case 'excel':
			return String(day + 25_569);
		case 'midnight':
			return `${iso} 00:00:00`;
		case 'midnight offset':
			return `${iso}T00:00:00+02:00`;
	}
}

function writeMoment({ moment }: DialectSpec, second: number): string {
	const iso = isoSecond(second);
	const [date = '', time = ''] = iso.replace('Z', '').split('T');
	const [year = '', month = '', day = ''] = date.split('-');
	switch (moment) {
		case 'iso':
			return `${date} ${time}`;
		case 'iso Z':
			return iso;
		case 'offset':
			return `${isoSecond(second + 7200).replace('Z', '')}+02:00`;
		case 'dmy':
			return `${day}.${month}.${year} ${time.slice(0, 5)}`;
		case 'mdy am pm': {
			const hour = Number(time.slice(0, 2));
			return `${Number(month)}/${Number(day)}/${year} ${((hour + 11) % 12) + 1}:${time.slice(3, 5)} ${hour < 12 ? 'AM' : 'PM'}`;
		}
		case 'seconds':
			return String(second);
		case 'milliseconds':
			return String(second * 1000);
	}
}

function isoDay(day: number): string {
	return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function isoSecond(second: number): string {
	return new Date(second * 1000).toISOString().replace('.000Z', 'Z');
}

const windows1252 = new Map(
	Array.from(
		{ length: 256 },
		(_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const,
	),
);

function encode(text: string, encoding: DialectSpec['encoding']): Uint8Array {
	switch (encoding) {
		case 'utf-8':
			return Buffer.from(text);
		case 'utf-8-bom':
			return Buffer.from(`\ufeff${text}`);
		case 'utf-16le':
			return Buffer.from(`\ufeff${text}`, 'utf16le');
		case 'utf-16be':
			return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
		case 'windows-1252':
			return Uint8Array.from(text, (sign) => windows1252.get(sign) ?? 63);
	}
}
