export interface ReferenceTable {
	readonly header: readonly string[];
	/** Rows with the header's number of fields. */
	readonly rows: readonly (readonly string[])[];
	/** Line and text of every other record. */
	readonly rejected: readonly { readonly line: number; readonly text: string }[];
}

/**
 * RFC 4180, one character at a time and with nothing clever: the reference for the scanner. A quote is special only at the
 * start of a field; text after a closing quote, or a missing closing quote, rejects the record; blank lines are skipped. After an
 * unclosed quote reading goes on at the next line.
 */
export function parseCsv(text: string, delimiter = ','): ReferenceTable {
	const [header, ...records] = splitCsv(text, delimiter, '\n');
	const { rows, rejected } = sortRecords(records, header?.fields.length ?? 0);
	return { header: header?.fields ?? [], rows, rejected };
}

/** The same for a document without a header; the line break is LF, with or without a CR before it, or CR. */
export function parseBareCsv(
	text: string,
	{
		delimiter,
		newline,
		fieldCount,
	}: { readonly delimiter: string; readonly newline: '\n' | '\r'; readonly fieldCount: number },
): Omit<ReferenceTable, 'header'> {
	return sortRecords(splitCsv(text, delimiter, newline), fieldCount);
}

interface ReferenceRecord {
	readonly fields: readonly string[];
	readonly line: number;
	readonly text: string;
	readonly isBroken: boolean;
}

function sortRecords(records: readonly ReferenceRecord[], fieldCount: number): Omit<ReferenceTable, 'header'> {
	const isRow = (record: ReferenceRecord) => !record.isBroken && record.fields.length === fieldCount;
	return {
		rows: records.filter(isRow).map(({ fields }) => fields),
		rejected: records.filter((record) => !isRow(record)).map(({ line, text }) => ({ line, text })),
	};
}

function splitCsv(text: string, delimiter: string, newline: '\n' | '\r'): ReferenceRecord[] {
	const records: ReferenceRecord[] = [];
	let at = 0;
	let line = 1;
	while (at < text.length) {
		const start = at;
		const startLine = line;
		const fields: string[] = [];
		let isBroken = false;
		let isOpen = false;
		for (;;) {
			let value = '';
			if (text[at] === '"') {
				at++;
				isOpen = true;
				while (at < text.length) {
					if (text[at] === '"' && text[at + 1] === '"') {
						value += '"';
						at += 2;
					} else if (text[at] === '"') {
						isOpen = false;
						at++;
						break;
					} else {
						line += text[at] === newline ? 1 : 0;
						value += text[at++];
					}
				}
				if (at < text.length && !isEnd(text, at, newline) && text[at] !== delimiter) {
					isBroken = true;
				}
				while (at < text.length && !isEnd(text, at, newline) && text[at] !== delimiter) {
					at++;
				}
			} else {
				while (at < text.length && !isEnd(text, at, newline) && text[at] !== delimiter) {
					value += text[at++];
				}
			}
			fields.push(value);
			if (text[at] !== delimiter) {
				break;
			}
			at++;
		}
		if (isOpen) {
			const next = text.indexOf(newline, start);
			at = next < 0 ? text.length : next;
			at -= newline === '\n' && text[at - 1] === '\r' ? 1 : 0;
			line = startLine;
		}
		const recordText = text.slice(start, at);
		at += newline === '\n' && text[at] === '\r' ? 2 : 1;
		line++;
		if (recordText !== '') {
			records.push({ fields, line: startLine, text: recordText, isBroken: isBroken || isOpen });
		}
	}
	return records;
}

function isEnd(text: string, at: number, newline: '\n' | '\r'): boolean {
	return (
		text[at] === newline || (newline === '\n' && text[at] === '\r' && (text[at + 1] === '\n' || at + 1 === text.length))
	);
}
