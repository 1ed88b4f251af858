import type { QuarantinedRow } from '#shared/model/table.ts';
import type { EncodedChunk } from '../columns/EncodedChunk.ts';
import { shortName } from './source/filesOfSource.ts';
import type { PreparedFile } from './source/prepareFiles.ts';
import type { TableSink } from './TableSink.ts';
import type { LoadSink } from './load/TableLoader.ts';

interface PlacedFile {
	readonly file: PreparedFile;
	/** Number of the file's first line when the lines of all files are counted on. */
	readonly base: number;
	/** Rejected rows that have been handed on. */
	given: number;
}

/**
 * Turns the line numbers of what is scanned into places that a person can look up: the line or row of the original, and the file where
 * there are several. Rows that never got into a converted copy join the quarantine at their place.
 */
export class FilePlaces {
	private readonly files: PlacedFile[] = [];
	private readonly isOne: boolean;

	constructor(fileCount: number) {
		this.isOne = fileCount === 1;
	}

	add(file: PreparedFile, base: number): void {
		this.files.push({ file, base, given: 0 });
	}

	/** `line 17`, `row 17`, `line 17 of orders_2.csv` */
	describe(line: number): string {
		const { file, place } = this.find(line);
		return `${file.file.unit} ${place}${this.isOne ? '' : ` of ${shortName(file.file.file)}`}`;
	}

	/** A sink whose quarantine speaks of places. `see` is shown every chunk. */
	sinkFor(sink: TableSink, see: (chunk: EncodedChunk) => void): LoadSink {
		return {
			writeChunk: (chunk) => {
				see(chunk);
				sink.writeChunk(chunk);
			},
			writeDictionary: (column, bytes) => sink.writeDictionary(column, bytes),
			writeQuarantine: (rows) => sink.writeQuarantine(rows.flatMap((row) => this.withRejected(row))),
		};
	}

	/** Rejected rows that no loaded file has taken along yet. Returns how many all files have. */
	writeRest(sink: TableSink): number {
		const rest = this.files.flatMap((file) => this.rejectedUpTo(file, Infinity));
		if (rest.length > 0) {
			sink.writeQuarantine(rest);
		}
		return this.files.reduce((sum, { file }) => sum + file.rejected.length, 0);
	}

	private withRejected(row: QuarantinedRow): QuarantinedRow[] {
		const { file, place } = this.find(row.line);
		const earlier = this.files
			.slice(0, this.files.indexOf(file))
			.flatMap((entry) => this.rejectedUpTo(entry, Infinity));
		return [...earlier, ...this.rejectedUpTo(file, place), this.named(file.file, { ...row, line: place })];
	}

	private rejectedUpTo(entry: PlacedFile, place: number): QuarantinedRow[] {
		const rows: QuarantinedRow[] = [];
		for (let row = entry.file.rejected[entry.given]; row && row.line <= place; row = entry.file.rejected[entry.given]) {
			rows.push(this.named(entry.file, row));
			entry.given++;
		}
		return rows;
	}

	/** Where the number alone would mislead, the reason says what it counts and in which file. */
	private named({ file, unit }: PreparedFile, row: QuarantinedRow): QuarantinedRow {
		if (this.isOne && unit === 'line') {
			return row;
		}
		const place = this.isOne ? `Row ${row.line}` : `${shortName(file)}, ${unit} ${row.line}`;
		return { ...row, reason: `${place}: ${row.reason}` };
	}

	private find(line: number): { readonly file: PlacedFile; readonly place: number } {
		const file = this.files.findLast(({ base }) => base <= line) ?? this.files[0]!;
		const local = line - file.base + 1;
		return { file, place: file.file.numbers?.placeOf(local) ?? local };
	}
}
