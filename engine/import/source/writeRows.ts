import type { QuarantinedRow } from '#shared/model/table.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { canonicalRecord } from './canonicalText.ts';
import { RowNumbers } from './RowNumbers.ts';
import type { RowSource } from './RowSource.ts';
import type { SourceValue } from './TableReader.ts';

/** The scanner takes a quoted value that is longer than this for a stray quote. */
const MAX_VALUE_CHARACTERS = 250_000;
const MAX_REJECTED_ROWS = 200_000;
const MAX_REJECTED_CHARACTERS = 64 * 2 ** 20;
const MAX_TEXT = 10_000;
const PIECE_CHARACTERS = 256 * 1024;

export interface WrittenRows {
	readonly numbers: RowNumbers;
	/** Rows that could not be put into the copy, in order. */
	readonly rejected: readonly QuarantinedRow[];
}

/**
 * Writes all rows as canonical text, a header first. `tick` is called after every batch, to report and to be cancelled.
 * Throws an EngineError where the source is damaged or nothing like a table.
 */
export async function writeRows(
	path: string,
	source: RowSource,
	write: (text: string) => void,
	tick: () => void,
): Promise<WrittenRows> {
	const numbers = new RowNumbers();
	const rejected: QuarantinedRow[] = [];
	let rejectedCharacters = 0;
	const reject = (row: QuarantinedRow) => {
		rejected.push(row);
		rejectedCharacters += row.text.length;
		if (rejected.length > MAX_REJECTED_ROWS || rejectedCharacters > MAX_REJECTED_CHARACTERS) {
			throw new EngineError(
				'data',
				`More than ${(rejected.length - 1).toLocaleString('en')} ${source.unit}s of ${path} cannot be read. The first: ${source.unit} ${rejected[0]!.line}. ${rejected[0]!.reason}`,
			);
		}
	};
	const header = canonicalRecord(source.columns.map(({ name }) => name));
	write(header);
	let line = 1 + breaksIn(header);
	let row = 0;
	for await (const batch of source.batches()) {
		let text = '';
		for (const [index, values] of batch.rows.entries()) {
			const place = batch.places?.[index] ?? ++row;
			const fault = faultOf(values);
			if (fault !== null) {
				reject({ line: place, reason: fault, text: canonicalRecord(values.map(shortened)).slice(0, MAX_TEXT) });
				continue;
			}
			const record = canonicalRecord(values);
			numbers.add(line, place);
			line += breaksIn(record);
			text += record;
			if (text.length >= PIECE_CHARACTERS) {
				write(text);
				text = '';
			}
		}
		write(text);
		for (const entry of batch.rejected) {
			reject(entry);
		}
		tick();
	}
	return { numbers, rejected: rejected.sort((a, b) => a.line - b.line) };
}

/** Why a row cannot be put into text that the scanner reads back as it is; null where it can. */
function faultOf(values: readonly SourceValue[]): string | null {
	for (const value of values) {
		if (typeof value === 'string') {
			if (value.length > MAX_VALUE_CHARACTERS) {
				return `A value has ${value.length.toLocaleString('en')} characters; up to ${MAX_VALUE_CHARACTERS.toLocaleString('en')} are read.`;
			}
			if (value.includes('\0')) {
				return 'A text holds a character with code 0, which no table of text has.';
			}
		}
	}
	return null;
}

function shortened(value: SourceValue): SourceValue {
	return typeof value === 'string' ? value.slice(0, MAX_TEXT).replaceAll('\0', '\uFFFD') : value;
}

function breaksIn(record: string): number {
	let breaks = 0;
	for (let at = record.indexOf('\n'); at >= 0; at = record.indexOf('\n', at + 1)) {
		breaks++;
	}
	return breaks;
}
