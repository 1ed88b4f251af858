import type { QuarantinedRow } from '#shared/model/table.ts';
import type { ImportedColumn } from '../ImportedTable.ts';
import { addEvidence, noEvidence, type ColumnEvidence } from '../scan/FailureLog.ts';
import type { WrittenColumn } from '../scan/ColumnWriter.ts';
import { type Morsel, MorselReader } from '../scan/MorselReader.ts';
import type { ScanPlan } from '../scan/ScanPlan.ts';
import type { TableSink } from '../TableSink.ts';
import { ColumnLoader, withoutRows } from './ColumnLoader.ts';
import { decodeWritten } from './decodeWritten.ts';
import { RepeatedKeys } from './RepeatedKeys.ts';

/** What loading needs of a sink. */
export type LoadSink = Pick<TableSink, 'writeChunk' | 'writeQuarantine' | 'writeDictionary'>;

/**
 * Puts the morsels of a file together, in order: checks that each starts where the one before ended and reads it again if
 * not, so that the result is that of one reader going through the file; drops repeated customers; writes the sink.
 */
export class TableLoader {
	rowsRead = 0;
	rowsLoaded = 0;
	rowsQuarantined = 0;
	repeatedCustomers = 0;
	encodingFailures = 0;
	encodingSuccesses = 0;
	/** Per column, misfits of all rows read so far. */
	readonly evidence: ColumnEvidence[];
	#plan: ScanPlan;
	readonly #sink: LoadSink;
	readonly #describeLine: (line: number) => string;
	readonly #columns: ColumnLoader[];
	readonly #repeated: RepeatedKeys | null;
	#nextStart: number;
	#line: number;
	#chunks = 0;
	#reader: MorselReader | null = null;

	/**
	 * `firstLine` is the line of the file on which the data starts, counted from 1. `describeLine` names a line in the reasons
	 * of duplicates.
	 */
	constructor(
		plan: ScanPlan,
		sink: LoadSink,
		firstLine: number,
		describeLine: (line: number) => string = (line) => `line ${line}`,
	) {
		this.#plan = plan;
		this.#sink = sink;
		this.#describeLine = describeLine;
		this.#columns = plan.columns.map(({ name, format }) => new ColumnLoader(name, format));
		this.#repeated = plan.keepsPositions ? new RepeatedKeys() : null;
		this.#nextStart = plan.dataStart;
		this.#line = firstLine;
		this.evidence = plan.columns.map(() => noEvidence);
	}

	/**
	 * Goes on with another file of the same columns, whose lines are counted on from those of the files before. Returns
	 * the number that its first line has in that count.
	 */
	nextFile(plan: ScanPlan, firstLine: number): number {
		this.close();
		const base = this.#line + 1;
		this.#plan = plan;
		this.#nextStart = plan.dataStart;
		this.#line = base + firstLine - 1;
		return base;
	}

	/** `writes` is false when only the evidence for another pass is wanted. */
	accept(guessed: Morsel, writes: boolean): void {
		const { dataStart, morselBytes, sizeBytes } = this.#plan;
		if (this.#nextStart >= Math.min(dataStart + (guessed.index + 1) * morselBytes, sizeBytes)) {
			// A record that began earlier reaches over this whole morsel.
			return;
		}
		const morsel = guessed.start === this.#nextStart ? guessed : this.#readAgain(guessed.index);
		this.#nextStart = morsel.end;
		this.rowsRead += morsel.rowsRead;
		this.encodingFailures += morsel.encodingFailures;
		this.encodingSuccesses += morsel.encodingSuccesses;
		for (const [column, found] of morsel.evidence.entries()) {
			this.evidence[column] = addEvidence(this.evidence[column]!, found);
		}
		if (writes) {
			this.#write(morsel);
		}
		this.#line += morsel.lines;
	}

	finish(): ImportedColumn[] {
		this.close();
		return this.#columns.map((column, index) => {
			const dictionary = column.dictionary();
			if (dictionary) {
				this.#sink.writeDictionary(index, dictionary);
			}
			return column.finish();
		});
	}

	close(): void {
		this.#reader?.close();
		this.#reader = null;
	}

	#write(morsel: Morsel): void {
		const repeated = this.#findRepeated(morsel);
		const quarantined = [...morsel.quarantined, ...repeated.quarantined]
			.sort((a, b) => a.line - b.line)
			.map((row) => ({ ...row, line: row.line + this.#line }));
		if (quarantined.length > 0) {
			this.#sink.writeQuarantine(quarantined);
		}
		this.rowsQuarantined += quarantined.length;
		const rows = morsel.rows - repeated.rows.length;
		this.rowsLoaded += rows;
		if (rows === 0) {
			return;
		}
		for (const [column, loader] of this.#columns.entries()) {
			const all = morsel.columns[column]!;
			const written: WrittenColumn =
				repeated.rows.length > 0 ? withoutRows(all, this.#plan.columns[column]!.format, repeated.rows) : all;
			const { encoding, min, max, nulls, data } = loader.add(written);
			this.#sink.writeChunk({ column, chunk: this.#chunks, rows, encoding, min, max, nulls, data });
		}
		this.#chunks++;
	}

	#findRepeated(morsel: Morsel): { readonly rows: Int32Array; readonly quarantined: readonly QuarantinedRow[] } {
		const { places } = morsel;
		const { keyColumn } = this.#plan;
		if (!this.#repeated || !places || keyColumn === null) {
			return { rows: new Int32Array(0), quarantined: [] };
		}
		const keys = decodeWritten(morsel.columns[keyColumn]!, this.#plan.columns[keyColumn]!.format);
		const found = this.#repeated.find(keys, (row) => this.#line + places.lines[row]!);
		this.repeatedCustomers += found.length;
		const quarantined = found.map(({ row, firstLine }) => ({
			line: places.lines[row]!,
			reason: `The customer is a duplicate of ${this.#describeLine(firstLine)}.`,
			text: morsel.textOf?.(places.starts[row]!) ?? this.#ownReader().readText(places.starts[row]!, places.ends[row]!),
		}));
		return { rows: Int32Array.from(found, ({ row }) => row), quarantined };
	}

	#readAgain(index: number): Morsel {
		return this.#ownReader().read(index, this.#nextStart);
	}

	#ownReader(): MorselReader {
		this.#reader ??= new MorselReader(this.#plan);
		return this.#reader;
	}
}
