import { EngineError } from '#shared/protocol/envelope.ts';

interface ForeignFormat {
	readonly start: string | readonly number[];
	/** Where the marker stands, 0 unless said. */
	readonly at?: number;
	/** `… is {what}. {advice}` */
	readonly what: string;
	readonly advice: string;
}

const unpack = 'Unpack it and import the file inside.';
const asCsv = 'Export the table as CSV or XLSX and import that.';

/** What clients send by mistake, or in formats that are not read, by the bytes they start with. */
const foreignFormats: readonly ForeignFormat[] = [
	{
		start: [0xd0, 0xcf, 0x11, 0xe0],
		what: 'a workbook of Excel 97 to 2003 (.xls), or one that is protected by a password',
		advice: 'Open it in Excel, save it as .xlsx without a password, and import that.',
	},
	{ start: [0x28, 0xb5, 0x2f, 0xfd], what: 'compressed by Zstandard', advice: unpack },
	{ start: 'BZh', what: 'compressed by bzip2', advice: unpack },
	{ start: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: 'compressed by xz', advice: unpack },
	{ start: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], what: 'a 7-Zip archive', advice: unpack },
	{ start: 'Rar!', what: 'a RAR archive', advice: unpack },
	{ start: 'ustar', at: 257, what: 'a tar archive', advice: unpack },
	{ start: '%PDF', what: 'a PDF document', advice: asCsv },
	{ start: '{\\rtf', what: 'a text document (RTF)', advice: asCsv },
	{ start: [0x89, 0x50, 0x4e, 0x47], what: 'a picture', advice: asCsv },
	{ start: [0xff, 0xd8, 0xff], what: 'a picture', advice: asCsv },
	{ start: 'FEA1', what: 'a Feather file of version 1', advice: 'Save it as Feather version 2 and import that.' },
	{ start: 'Obj\u0001', what: 'an Avro file', advice: 'Export the table as Parquet or CSV and import that.' },
	{ start: 'ORC', what: 'an ORC file', advice: 'Export the table as Parquet or CSV and import that.' },
	{ start: 'SIMPLE  =', what: 'an astronomical FITS file', advice: asCsv },
];

/** Throws the sentence for a file that is known, and known not to be readable. */
export function refuseForeignFormat(path: string, head: Uint8Array): void {
	for (const { start, at = 0, what, advice } of foreignFormats) {
		if (startsWith(head, start, at)) {
			throw new EngineError('data', `${path} is ${what}. ${advice}`);
		}
	}
	const text = Buffer.from(head.subarray(0, 512)).toString('latin1').trimStart().toLowerCase();
	if (/^(\xef\xbb\xbf)?\s*(<!doctype html|<html|<table|<\?xml|<workbook)/.test(text)) {
		throw new EngineError(
			'data',
			`${path} is a web page or XML, whatever its name says. Open it in a spreadsheet program, save the table as XLSX or CSV, and import that.`,
		);
	}
}

export function startsWith(bytes: Uint8Array, start: string | readonly number[], at = 0): boolean {
	const wanted = typeof start === 'string' ? Array.from(start, (letter) => letter.charCodeAt(0)) : start;
	return wanted.every((byte, index) => bytes[at + index] === byte);
}
