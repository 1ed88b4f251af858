import { FIELD_DATE, FIELD_NUMBER, FIELD_TEXT, type PlainScan } from '../../engine/import/scan/indexPlainRecords.ts';
import { parseDate } from '../../engine/import/scan/parseDate.ts';
import { parseNumber } from '../../engine/import/scan/parseNumber.ts';
import type { Random } from '../support/dialects/randomDialect.ts';
import { DocumentScanner, type ScannedField } from './DocumentScanner.ts';
import type { FuzzDocument } from './randomDocument.ts';
import { referenceTable, strictRows } from './referenceTable.ts';

export interface Comparison {
	/** What differs, as text to be printed; null where nothing does. */
	readonly difference: string | null;
	/** Whether csv-parse read the document to its end. */
	readonly isStrict: boolean;
	readonly rows: number;
	readonly readAgain: number;
}

const KIND_SETS = 4;
const scanners = new Map<string, readonly [DocumentScanner, DocumentScanner]>();

/**
 * One document through the scanner, compiled and not, in morsels and windows of random sizes (`every`: morsels of every size), against both
 * references. Fields that were read on the way must be what the text says.
 */
export function compareDocument(document: FuzzDocument, random: Random, every = false): Comparison {
	const want = referenceTable(document);
	const strict = strictRows(document);
	const kindSet = Math.floor(random() * KIND_SETS);
	const kinds = kindsOf(document.fieldCount, kindSet);
	let readAgain = 0;
	const found = (difference: string | null): Comparison => ({
		difference,
		isStrict: strict?.isWhole ?? false,
		rows: want.rows.length,
		readAgain,
	});
	if (strict !== null) {
		const expected = strict.isWhole ? want.rows : want.rows.slice(0, strict.rows.length);
		if (JSON.stringify(expected) !== JSON.stringify(strict.rows)) {
			return found(`csv-parse: ${JSON.stringify(strict.rows)}\nreference: ${JSON.stringify(expected)}`);
		}
	}
	const { length } = document.bytes;
	const sizes = every ? Array.from({ length }, (_, size) => size + 1) : [1 + Math.floor(random() * length), length + 1];
	for (const morselBytes of sizes) {
		const windowBytes = random() < 0.5 ? 1 + Math.floor(random() * 40) : 4096;
		for (const [compiled, scanner] of scannersFor(document, kindSet, kinds).entries()) {
			const scanned = scanner.scan(document, morselBytes, windowBytes);
			readAgain += scanned.readAgain;
			const rejected = JSON.stringify(scanned.rejected) === JSON.stringify(want.rejected);
			if (!rejected || !sameRows(scanned.rows, want.rows, kinds)) {
				return found(
					[
						`${compiled === 0 ? 'compiled' : 'twin'}, morsels of ${morselBytes}, windows of ${windowBytes}, kinds ${kinds.join('')}:`,
						JSON.stringify({ rows: scanned.rows, rejected: scanned.rejected }),
						`reference: ${JSON.stringify(want)}`,
					].join('\n'),
				);
			}
		}
	}
	return found(null);
}

function sameRows(
	rows: readonly (readonly ScannedField[])[],
	want: readonly (readonly string[])[],
	kinds: readonly number[],
): boolean {
	return (
		rows.length === want.length &&
		rows.every((row, index) => row.every((field, column) => isSame(field, want[index]![column]!, kinds[column]!)))
	);
}

function isSame(field: ScannedField, text: string, kind: number): boolean {
	if (typeof field === 'string') {
		return field === text;
	}
	if (kind === FIELD_DATE) {
		return field.places === 0 && parseDate(text, 'ymd', 45) === field.number;
	}
	const rule = { scale: field.places, isExact: true, allowsLeadingZeros: false, marks: null };
	return kind === FIELD_NUMBER && Object.is(parseNumber(text, rule), field.number === 0 ? 0 : field.number);
}

/** No field, or every second or third, or all are tried as numbers and dates. */
function kindsOf(fieldCount: number, kindSet: number): number[] {
	return Array.from({ length: fieldCount }, (_, field) =>
		kindSet === 0
			? FIELD_TEXT
			: (field + kindSet) % 3 === 0
				? FIELD_DATE
				: (field + kindSet) % 3 === 1
					? FIELD_NUMBER
					: FIELD_TEXT,
	);
}

function scannersFor({ delimiter, newline, fieldCount }: FuzzDocument, kindSet: number, kinds: readonly number[]) {
	const key = [delimiter, newline, fieldCount, kindSet].join(' ');
	const known = scanners.get(key);
	if (known) {
		return known;
	}
	const scan: PlainScan = {
		delimiter,
		newline,
		kinds: Uint8Array.from(kinds),
		scales: Uint8Array.from(kinds, () => 2),
		dateSeparators: Uint8Array.from(kinds, () => 45),
	};
	const made = [new DocumentScanner(scan, true), new DocumentScanner(scan, false)] as const;
	scanners.set(key, made);
	return made;
}
