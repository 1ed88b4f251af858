import { z } from 'zod';

/** What a file holds, told from its content. */
export const sourceFormat = z.enum([
	'delimited',
	'fixed-width',
	'json-lines',
	'json',
	'xlsx',
	'parquet',
	'arrow',
	'sqlite',
]);
export type SourceFormat = z.infer<typeof sourceFormat>;

/** As they stand in sentences. */
export const formatNames: Readonly<Record<SourceFormat, string>> = {
	delimited: 'delimited text',
	'fixed-width': 'text in columns of fixed width',
	'json-lines': 'JSON Lines',
	json: 'JSON',
	xlsx: 'an Excel workbook',
	parquet: 'a Parquet file',
	arrow: 'an Arrow file',
	sqlite: 'an SQLite database',
};

export const sourceContainer = z.enum(['none', 'gzip', 'zip']);
export type SourceContainer = z.infer<typeof sourceContainer>;

/**
 * Encodings that are turned into UTF-8 before a file is scanned, by their names in the Encoding Standard. Delimited text in
 * UTF-8 or windows-1252 is scanned as it is (see `dialect.encoding`).
 */
export const sourceEncoding = z.enum([
	'utf-16le',
	'utf-16be',
	'windows-1252',
	'iso-8859-2',
	'iso-8859-5',
	'iso-8859-7',
	'iso-8859-15',
	'windows-1250',
	'windows-1251',
	'windows-1253',
	'windows-1254',
	'windows-1257',
	'macintosh',
	'ibm866',
	'koi8-r',
	'shift_jis',
	'euc-kr',
	'gb18030',
	'big5',
]);
export type SourceEncoding = z.infer<typeof sourceEncoding>;

/** A file whose rows follow those of the first one. `entry` names a file of a zip archive. */
export const appendedFile = z.strictObject({ path: z.string().min(1), entry: z.string().nullable() });
export type AppendedFile = z.infer<typeof appendedFile>;

/** How the rows of a table are got out of its file; told by the preview, corrected by the user. */
export const tableSource = z.strictObject({
	format: sourceFormat,
	container: sourceContainer,
	/** Name of the file within a zip archive. */
	entry: z.string().nullable(),
	/** Sheet of a workbook, table or view of a database; null where a file is one table. */
	part: z.string().nullable(),
	/** Null where the scanner reads the bytes itself, or where the format settles it. */
	encoding: sourceEncoding.nullable(),
	/** Of fixed-width text: where each column starts, counted in characters from 0, in ascending order. */
	columnStarts: z.array(z.int().nonnegative()).min(1).nullable(),
	/**
	 * Of delimited text whose texts are enclosed in ' instead of ": the delimiter beside which the apostrophes stand. Null or absent: they
	 * mean nothing.
	 */
	apostrophes: z.string().length(1).nullable().optional(),
	/** Further files of the same shape, read as if they stood below the first. */
	more: z.array(appendedFile),
});
export type TableSource = z.infer<typeof tableSource>;

/** A file of delimited text that is read where it lies. */
export const plainText: TableSource = {
	format: 'delimited',
	container: 'none',
	entry: null,
	part: null,
	encoding: null,
	columnStarts: null,
	more: [],
};

/** Whether a place in a file of this kind is counted in lines or, where lines make no sense, in rows. */
export function placeUnit({ format }: Pick<TableSource, 'format'>): 'line' | 'row' {
	return format === 'delimited' || format === 'fixed-width' || format === 'json-lines' ? 'line' : 'row';
}

/** What a file offers, so that a wrong guess can be corrected. */
export const sourceChoices = z.strictObject({
	/** Files within an archive that can be read. */
	entries: z.array(z.strictObject({ name: z.string(), sizeBytes: z.number().nullable() })),
	/** Sheets or tables; one nameless part, or none, where a file is one table. */
	parts: z.array(
		z.strictObject({
			name: z.string(),
			state: z.enum(['visible', 'hidden', 'very hidden']),
			rows: z.int().nullable(),
		}),
	),
	/** Of fixed-width text: first lines, on which column starts are set. */
	lines: z.array(z.string()),
	/** Whether a place in the file is counted in lines or, where lines make no sense, in rows. */
	unit: z.enum(['line', 'row']),
});
export type SourceChoices = z.infer<typeof sourceChoices>;
