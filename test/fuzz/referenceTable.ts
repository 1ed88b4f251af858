import { parse } from 'csv-parse/sync';
import { parseBareCsv } from '../engine/import/parseCsv.ts';
import type { FuzzDocument } from './randomDocument.ts';

export interface FuzzTable {
	/** Fields of the records of the right width, as latin1. */
	readonly rows: readonly (readonly string[])[];
	/** Line, from 1, and text of every other record. */
	readonly rejected: readonly { readonly line: number; readonly text: string }[];
}

/** What the plain reference parser of the tests makes of the document. */
export function referenceTable({ bytes, delimiter, newline, fieldCount }: FuzzDocument): FuzzTable {
	return parseBareCsv(Buffer.from(bytes).toString('latin1'), {
		delimiter: String.fromCharCode(delimiter),
		newline: newline === 10 ? '\n' : '\r',
		fieldCount,
	});
}

/**
 * Rows according to csv-parse, strict (RFC 4180, an outside implementation): those of the right width up to the first thing it refuses, null
 * where nothing can be compared. What Tranche does otherwise, and on purpose:
 *
 * - csv-parse refuses a document at the first quote inside a field without quotes; Tranche takes that quote as text, as Excel and DuckDB
 *   do. Such documents are given to csv-parse a second time with `relax_quotes`, if that was the first fault.
 * - csv-parse refuses a document at text behind a closing quote and at a quote that is never closed; Tranche rejects that record, with
 *   its line and text, and goes on with the next one (after a quote that is never closed: with the next line). Compared is what stands before.
 * - A carriage return at the very end of a file is a line break that was cut off, not text.
 * - csv-parse takes a NUL behind a closing quote as part of the value, against its own rule for text there; such documents are left out.
 * - In a file that has both, a lone carriage return is text for both (csv-parse is told its record delimiters).
 */
export function strictRows({ bytes, delimiter, newline, fieldCount }: FuzzDocument) {
	if ((newline === 10 && bytes.at(-1) === 13) || Buffer.from(bytes).includes('"\0')) {
		return null;
	}
	const attempt = (relaxes: boolean) => {
		const records: string[][] = [];
		const options = {
			delimiter: String.fromCharCode(delimiter),
			record_delimiter: newline === 10 ? ['\r\n', '\n'] : ['\r'],
			encoding: 'latin1',
			relax_column_count: true,
			relax_quotes: relaxes,
			skip_empty_lines: true,
			on_record: (record: string[]) => {
				records.push(record);
				return null;
			},
		} as const;
		try {
			parse(Buffer.from(bytes), options);
			return { records, fault: null };
		} catch (error) {
			const code = error instanceof Error && 'code' in error ? String(error.code) : '';
			if (code === '') {
				throw error;
			}
			return { records, fault: code };
		}
	};
	const strict = attempt(false);
	const { records, fault } =
		strict.fault === 'INVALID_OPENING_QUOTE' && !hasOddQuotes(bytes, delimiter) ? attempt(true) : strict;
	return { rows: records.filter(({ length }) => length === fieldCount), isWhole: fault === null };
}

/** Whether a quote closes before something else than the end of its field, where relax_quotes takes quotes for text. */
function hasOddQuotes(bytes: Uint8Array, delimiter: number): boolean {
	const text = Buffer.from(bytes).toString('latin1');
	const sign = String.fromCharCode(delimiter).replace('|', '\\|');
	return new RegExp(`(?:^|[${sign}\r\n])"`).test(text);
}
