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
	const records: { fields: string[]; line: number; text: string; isBroken: boolean }[] = [];
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
						line += text[at] === '\n' ? 1 : 0;
						value += text[at++];
					}
				}
				if (at < text.length && !isEnd(text, at) && text[at] !== delimiter) {
					isBroken = true;
				}
				while (at < text.length && !isEnd(text, at) && text[at] !== delimiter) {
					at++;
				}
			} else {
				while (at < text.length && !isEnd(text, at) && text[at] !== delimiter) {
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
			const next = text.indexOf('\n', start);
			at = next < 0 ? text.length : next;
			at -= text[at - 1] === '\r' ? 1 : 0;
			line = startLine;
		}
		const recordText = text.slice(start, at);
		if (text[at] === '\r') {
			at++;
		}
		at++;
		line++;
		if (recordText !== '') {
			records.push({ fields, line: startLine, text: recordText, isBroken: isBroken || isOpen });
		}
	}
	const [header, ...rest] = records;
	const isRow = (record: (typeof records)[number]) =>
		!record.isBroken && record.fields.length === header?.fields.length;
	return {
		header: header?.fields ?? [],
		rows: rest.filter(isRow).map(({ fields }) => fields),
		rejected: rest.filter((record) => !isRow(record)).map(({ line, text }) => ({ line, text })),
	};
}

function isEnd(text: string, at: number): boolean {
	return text[at] === '\n' || (text[at] === '\r' && (text[at + 1] === '\n' || at + 1 === text.length));
}
