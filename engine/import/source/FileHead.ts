import type { ColumnType } from '#shared/model/columnType.ts';
import type { SourceChoices, TableSource } from '#shared/model/tableSource.ts';
import type { FileSample } from '../sampleFile.ts';
import type { EncodingFinding } from './recognize/recognizeSource.ts';

/** The first part of a file as the scanner would find it, for the preview. */
export interface FileHead {
	readonly source: TableSource;
	/** A file name that says what the table is: that of the file within its container, or the name of the table. */
	readonly name: string;
	readonly sample: FileSample;
	/** Whether the sample is canonical text (see canonicalText.ts), whose dialect is settled. */
	readonly isCanonical: boolean;
	/** What the file says its columns hold; null entries, or null altogether, where only the values tell. */
	readonly types: readonly (ColumnType | null)[] | null;
	readonly choices: SourceChoices;
	/** How the encoding was told, where the text was turned into UTF-8. */
	readonly encodingFinding: EncodingFinding | null;
	readonly notes: readonly string[];
}

/** How canonical text is read. */
export const canonicalDialect = {
	delimiter: ',',
	quote: '"',
	hasHeader: true,
	encoding: 'utf-8',
	hasByteOrderMark: false,
	skipRows: 0,
	skipLastRows: 0,
	hasTrailingDelimiter: false,
} as const;
