import type { FileSample } from '../sampleFile.ts';
import { looksTyped } from '../classifyColumn.ts';
import { readRecords, type RecordDialect, type SampleRecord } from '../readRecords.ts';
import { firstTableRecord } from './findRows.ts';

const USUAL = [',', ';', '\t', '|'];
/** Rarer ones that hardly stand in texts and numbers, so that they win over usual ones that make fewer columns. */
const RARE = ['^', '~', '\u0001', '\u0002', '\u001e', '\u001f', '\u00a6', '\u00a7'];
/** Signs that are common in texts, tried only where nothing else makes columns. */
const LAST_RESORTS = [':', '#', '!', '*', '&', ' '];
/** Share of the records that must have the same number of fields under a rare delimiter. */
const RARE_SHARE = 0.8;
const LAST_SHARE = 0.95;
/** By how much a rare delimiter may be less regular than a usual one and still win. */
const SLACK = 0.05;
const RECORDS = 200;

export interface DelimiterGuess {
	readonly delimiter: string;
	readonly confidence: number;
	readonly reason: string;
}

/** The delimiter under which most records have the same number of fields, and more than one. */
export function findDelimiter(
	sample: FileSample,
	from: number,
	isComplete: boolean,
	dialect: Omit<RecordDialect, 'delimiter'>,
): DelimiterGuess {
	const rated = (delimiters: readonly string[]) =>
		delimiters
			.map((delimiter) => {
				const bytes = { ...dialect, delimiter: delimiter.charCodeAt(0) };
				return rate(delimiter, readRecords(sample.head, from, bytes, isComplete, RECORDS));
			})
			.sort((a, b) => b.score - a.score);
	const isByte = (delimiter: string) => delimiter.charCodeAt(0) < 128 || dialect.isWindows1252;
	const isClear = (least: number) => (rating: Rating) =>
		rating.share >= least && (rating.width > 2 || (rating.width === 2 && rating.share === 1 && least === RARE_SHARE));
	const [usual] = rated(USUAL);
	const rare = rated(RARE.filter(isByte)).find(isClear(RARE_SHARE));
	if (usual && usual.score > 0 && !(rare && rare.width > usual.width && rare.share >= usual.share - SLACK)) {
		return usual.isOneColumn() ? decimalCommas : describe(usual);
	}
	const below = rated(USUAL).find(({ hasTableBelow }) => hasTableBelow());
	const last = (rating: Rating) =>
		isClear(LAST_SHARE)(rating) && (rating.delimiter !== ' ' || (rating.share === 1 && rating.isTyped()));
	const found = rare ?? below ?? rated(LAST_RESORTS).find(last);
	return found
		? describe(found)
		: {
				delimiter: ',',
				confidence: 0.5,
				reason: 'No delimiter makes columns, so that the file is taken for a single column.',
			};
}

const decimalCommas: DelimiterGuess = {
	delimiter: ';',
	confidence: 0.6,
	reason:
		'The header is one word and every line below it one number, if its comma starts the decimals: a single column.',
};

interface Rating {
	readonly delimiter: string;
	readonly width: number;
	/** Share of the records that have that many fields. */
	readonly share: number;
	readonly score: number;
	/** Whether all that the delimiter splits are numbers under a header of one word: decimal commas. */
	readonly isOneColumn: () => boolean;
	/** Whether a table stands below lines that are more than the table itself. */
	readonly hasTableBelow: () => boolean;
	/** Whether all fields of some column are numbers or dates, but not that of the first record. */
	readonly isTyped: () => boolean;
}

function rate(delimiter: string, records: readonly SampleRecord[]): Rating {
	const counts = new Map<number, number>();
	for (const { fields } of records) {
		counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
	}
	const usual = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
	// Titles and notes of one field above and below a table do not speak against a delimiter.
	const [width = 0, count = 0] = usual.find(([fields, found]) => fields > 1 && found * 3 >= records.length) ?? [];
	const share = count / records.length;
	const [first, ...rows] = records;
	const isDecimal = ({ fields }: SampleRecord) =>
		fields.length === 2 && /^-?\d+$/.test(fields[0]!.trim()) && /^\d{1,2}\D*$/.test(fields[1]!);
	const isTypedColumn = (column: number) =>
		!looksTyped(first?.fields[column] ?? '') && rows.every(({ fields }) => looksTyped(fields[column] ?? ''));
	return {
		isOneColumn: () => delimiter === ',' && first?.fields.length === 1 && rows.length > 0 && rows.every(isDecimal),
		hasTableBelow: () => firstTableRecord(records, 0) > 0,
		isTyped: () => rows.length > 0 && Array.from({ length: width }, (_, column) => column).some(isTypedColumn),
		delimiter,
		width,
		share,
		score: width > 1 ? share + Math.min(width, 50) / 1000 - foreignShare(delimiter, records) / 5 : 0,
	};
}

/** Share of the records in which a field without quotes holds another delimiter that is no part of numbers or texts. */
function foreignShare(delimiter: string, records: readonly SampleRecord[]): number {
	const foreign = USUAL.filter((other) => other !== delimiter && other !== ',');
	const hits = records.filter(({ fields, isQuoted }) =>
		fields.some((field, column) => !isQuoted[column] && foreign.some((other) => field.includes(other))),
	).length;
	return hits / Math.max(1, records.length);
}

function describe({ delimiter, width, share }: Rating): DelimiterGuess {
	const percent = Math.floor(share * 100);
	return {
		delimiter,
		confidence: Math.min(1, share),
		reason: `${nameOfDelimiter(delimiter)} splits ${percent === 100 ? 'every line' : `${percent} % of the lines`} looked at into ${width} values.`,
	};
}

export function nameOfDelimiter(delimiter: string): string {
	switch (delimiter) {
		case ',':
			return 'A comma';
		case ';':
			return 'A semicolon';
		case '\t':
			return 'A tab';
		case '|':
			return 'A vertical bar';
		default:
			return delimiter.charCodeAt(0) < 32 ? `The control character ${delimiter.charCodeAt(0)}` : `"${delimiter}"`;
	}
}
