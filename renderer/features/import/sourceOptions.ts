import { sourceEncoding, type SourceFormat, type SourceEncoding } from '#shared/model/tableSource.ts';

export const formatLabels: Readonly<Record<SourceFormat, string>> = {
	delimited: 'Delimited text (CSV, TSV)',
	'fixed-width': 'Text in columns of fixed width',
	'json-lines': 'JSON Lines',
	json: 'JSON',
	xlsx: 'Excel workbook',
	parquet: 'Parquet',
	arrow: 'Arrow, Feather',
	sqlite: 'SQLite database',
};

const textFormats: readonly SourceFormat[] = ['delimited', 'fixed-width', 'json-lines', 'json'];

export function isText(format: SourceFormat): boolean {
	return textFormats.includes(format);
}

/** Formats that a file may be read as instead: text can be several things, a binary file is what it is. */
export function formatOptions(format: SourceFormat) {
	const offered = isText(format) ? textFormats : [format];
	return offered.map((value) => ({ value, label: formatLabels[value] }));
}

const encodingLabels: Readonly<Record<SourceEncoding, string>> = {
	'utf-16le': 'UTF-16 LE',
	'utf-16be': 'UTF-16 BE',
	'windows-1252': 'Windows-1252 (Western European)',
	'iso-8859-2': 'ISO-8859-2 (Central European)',
	'iso-8859-5': 'ISO-8859-5 (Cyrillic)',
	'iso-8859-7': 'ISO-8859-7 (Greek)',
	'iso-8859-15': 'ISO-8859-15 (Western European with €)',
	'windows-1250': 'Windows-1250 (Central European)',
	'windows-1251': 'Windows-1251 (Cyrillic)',
	'windows-1253': 'Windows-1253 (Greek)',
	'windows-1254': 'Windows-1254 (Turkish)',
	'windows-1257': 'Windows-1257 (Baltic)',
	macintosh: 'Mac OS Roman',
	ibm866: 'IBM 866 (Cyrillic)',
	'koi8-r': 'KOI8-R (Cyrillic)',
	shift_jis: 'Shift JIS (Japanese)',
	'euc-kr': 'EUC-KR (Korean)',
	gb18030: 'GB 18030 (Chinese)',
	big5: 'Big5 (Chinese)',
};

export const encodingOptions = [
	{ value: 'utf-8', label: 'UTF-8' },
	...sourceEncoding.options.map((value) => ({ value, label: encodingLabels[value] })),
] as const;

/** What encloses texts of delimited text. */
export const quoteOptions = [
	{ value: 'double', label: 'Double (")' },
	{ value: 'single', label: "Single (')" },
] as const;
