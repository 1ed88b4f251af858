export interface SampleRecord {
	readonly fields: readonly string[];
	readonly isQuoted: readonly boolean[];
	readonly start: number;
	/** Byte offset after the record and its line break. */
	readonly end: number;
}

export interface RecordDialect {
	readonly delimiter: number;
	readonly newline: number;
	readonly isWindows1252: boolean;
}

const QUOTE = 34;
const CARRIAGE_RETURN = 13;

/**
 * Records of a small sample as strings: the plain twin of FieldIndexer, with the same rules but any number of fields. A record that the
 * sample cuts off is left out unless `isComplete`, and so is one whose quote does not close in the sample.
 */
export function readRecords(
	bytes: Uint8Array,
	from: number,
	dialect: RecordDialect,
	isComplete: boolean,
	maxRecords: number,
): SampleRecord[] {
	const decoder = new TextDecoder(dialect.isWindows1252 ? 'windows-1252' : 'utf-8', { ignoreBOM: true });
	const { delimiter, newline } = dialect;
	const records: SampleRecord[] = [];
	let fields: string[] = [];
	let isQuoted: boolean[] = [];
	let at = from;
	let recordStart = from;
	const isBreak = (place: number) =>
		place >= bytes.length ||
		bytes[place] === newline ||
		(bytes[place] === CARRIAGE_RETURN && bytes[place + 1] === newline);
	while (at < bytes.length && records.length < maxRecords) {
		if (fields.length === 0 && isBreak(at)) {
			at += bytes[at] === newline ? 1 : 2;
			continue;
		}
		recordStart = fields.length === 0 ? at : recordStart;
		isQuoted.push(bytes[at] === QUOTE);
		let start = at;
		let end = at;
		if (bytes[at] === QUOTE) {
			start = ++at;
			while (at < bytes.length && (bytes[at] !== QUOTE || bytes[at + 1] === QUOTE)) {
				at += bytes[at] === QUOTE ? 2 : 1;
			}
			if (at >= bytes.length) {
				at = lineAfter(bytes, recordStart, newline);
				fields = [];
				isQuoted = [];
				continue;
			}
			end = at++;
			while (!isBreak(at) && bytes[at] !== delimiter) {
				at++;
			}
			fields.push(decoder.decode(bytes.subarray(start, end)).replaceAll('""', '"'));
		} else {
			while (!isBreak(at) && bytes[at] !== delimiter) {
				at++;
			}
			end = at;
			fields.push(decoder.decode(bytes.subarray(start, end)));
		}
		if (at < bytes.length && bytes[at] === delimiter) {
			at++;
			if (at >= bytes.length && isComplete) {
				fields.push('');
				isQuoted.push(false);
			} else {
				continue;
			}
		}
		if (at >= bytes.length && !isComplete) {
			break;
		}
		at += at < bytes.length && bytes[at] === CARRIAGE_RETURN && newline !== CARRIAGE_RETURN ? 2 : 1;
		records.push({ fields, isQuoted, start: recordStart, end: Math.min(at, bytes.length) });
		fields = [];
		isQuoted = [];
	}
	return records;
}

function lineAfter(bytes: Uint8Array, from: number, newline: number): number {
	const next = bytes.indexOf(newline, from);
	return next < 0 ? bytes.length : next + 1;
}
