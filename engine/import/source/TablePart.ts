/** One table inside a file: a sheet of a workbook, a table of a database; files of one table have one part. */
export interface TablePart {
	/** What opens it. */
	readonly name: string;
	/** Hidden sheets can be chosen like any other; very hidden ones are those that Excel itself does not list. */
	readonly state: 'visible' | 'hidden' | 'very hidden';
	/** Rows that the file claims to hold, its header included; null where it does not say. */
	readonly rows: number | null;
}
