import type { QuarantinedRow } from '#shared/model/table.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { canonicalRecord } from './canonicalText.ts';
import { faultOf, shownPart } from './rowFault.ts';
import { RowNumbers } from './RowNumbers.ts';
import type { RowSource } from './RowSource.ts';
import type { SourceValue } from './TableReader.ts';

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
			const fault = firstFault(values);
			if (fault !== null) {
				reject({ line: place, reason: fault, text: canonicalRecord(values.map(shownPart)).slice(0, MAX_TEXT) });
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

function firstFault(values: readonly SourceValue[]): string | null {
	for (const value of values) {
		const fault = faultOf(value);
		if (fault !== null) {
			return fault;
		}
	}
	return null;
}

function breaksIn(record: string): number {
	let breaks = 0;
	for (let at = record.indexOf('\n'); at >= 0; at = record.indexOf('\n', at + 1)) {
		breaks++;
	}
	return breaks;
}
