import type { ColumnFormat, NumberFormat } from './ColumnFormat.ts';
import { FIELD_DATE, FIELD_NUMBER, FIELD_TEXT, type PlainScan } from './indexPlainRecords.ts';

/** All that a thread needs to read its share of a file; travels to workers as a message. */
export interface ScanPlan {
	readonly path: string;
	readonly sizeBytes: number;
	/** Where the first record after the header starts. */
	readonly dataStart: number;
	/** Length of one unit of work. Morsel i holds the records that start in [dataStart + i * morselBytes, + morselBytes). */
	readonly morselBytes: number;
	/** Byte values. `newline` is LF, or CR in files that have no LF. */
	readonly delimiter: number;
	readonly newline: number;
	readonly isWindows1252: boolean;
	readonly columns: readonly { readonly name: string; readonly format: ColumnFormat }[];
	/** Whether a delimiter that nothing follows ends each row. */
	readonly hasTrailingDelimiter?: boolean;
	/** The customer key: a row without one is quarantined. Null reads every row. */
	readonly keyColumn: number | null;
	/** Whether each row's place in the file is reported, so that the row can still be quarantined later. */
	readonly keepsPositions: boolean;
}

/** How the indexer goes through the file, and what it should try to read on its way. */
export function plainScanOf({ delimiter, newline, columns, hasTrailingDelimiter }: ScanPlan): PlainScan {
	const kinds = columns.map(({ format }): number =>
		format.kind === 'number' && format.isExact && hasPlainPoint(format)
			? FIELD_NUMBER
			: format.kind === 'date' && format.order === 'ymd'
				? FIELD_DATE
				: FIELD_TEXT,
	);
	const scales = columns.map(({ format }) => (format.kind === 'number' ? format.scale : 0));
	const separators = columns.map(({ format }) => (format.kind === 'date' ? format.separator : 0));
	if (hasTrailingDelimiter) {
		kinds.push(FIELD_TEXT);
		scales.push(0);
		separators.push(0);
	}
	return {
		delimiter,
		newline,
		kinds: Uint8Array.from(kinds),
		scales: Uint8Array.from(scales),
		dateSeparators: Uint8Array.from(separators),
	};
}

/** Whether digits and points mean in this column what they mean without marks. */
function hasPlainPoint({ marks }: NumberFormat): boolean {
	return marks === null || (marks.decimal === '.' && marks.group !== '.' && !marks.isShare);
}

export function morselCount(plan: ScanPlan): number {
	return Math.ceil((plan.sizeBytes - plan.dataStart) / plan.morselBytes);
}
