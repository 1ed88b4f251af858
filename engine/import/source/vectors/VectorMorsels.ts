import type { QuarantinedRow } from '#shared/model/table.ts';
import { eachKept } from '../../scan/ColumnWriter.ts';
import { failureReason } from '../../scan/describeFailure.ts';
import { FailureLog } from '../../scan/FailureLog.ts';
import type { Morsel } from '../../scan/MorselReader.ts';
import type { ScanPlan } from '../../scan/ScanPlan.ts';
import { canonicalRecord } from '../canonicalText.ts';
import { shownPart } from '../rowFault.ts';
import { sliceVector } from './sliceVector.ts';
import { vectorLength, vectorReader, type SourceVector } from './SourceVector.ts';
import { TextBlocks } from './TextBlocks.ts';
import { VectorColumn } from './VectorColumn.ts';

/** Rows per chunk of a table that does not come from text; as many as a morsel of text has. */
export const BATCH_ROWS = 2 ** 17;
/** A batch whose texts are longer is taken in halves. */
const MAX_TEXT_BYTES = 64 * 2 ** 20;
/** As much of a row as its original text would be kept. */
const MAX_QUARANTINE_CHARACTERS = 10_000;

/**
 * Turns batches of vectors into morsels, as if a thread had read them from canonical text: the same values, misfits and reasons. Places
 * are rows: `start` and `end` count all columns of a row as one, lines are rows from 0 at the start of the morsel.
 */
export class VectorMorsels {
	readonly #plan: ScanPlan;
	readonly #log: FailureLog;
	readonly #blocks: TextBlocks;
	readonly #columns: VectorColumn[];
	#index = 0;
	#row = 0;

	constructor(plan: ScanPlan) {
		this.#plan = plan;
		this.#log = new FailureLog(plan.columns.length);
		this.#blocks = new TextBlocks(plan.columns.length);
		this.#columns = plan.columns.map(
			({ format }, column) => new VectorColumn(column, format, column === plan.keyColumn, this.#log),
		);
	}

	*morsels(vectors: readonly SourceVector[]): Generator<Morsel> {
		const rows = vectors[0] ? vectorLength(vectors[0]) : 0;
		if (rows > 1 && vectors.reduce((sum, vector) => sum + textBytes(vector), 0) > MAX_TEXT_BYTES) {
			const middle = rows >> 1;
			yield* this.morsels(vectors.map((vector) => sliceVector(vector, 0, middle)));
			yield* this.morsels(vectors.map((vector) => sliceVector(vector, middle, rows)));
		} else if (rows > 0) {
			yield this.#morsel(vectors, rows);
		}
	}

	#morsel(vectors: readonly SourceVector[], rows: number): Morsel {
		this.#log.clear();
		const rejected = new Map<number, string>();
		const reject = (row: number, reason: string) => {
			if (!rejected.has(row)) {
				rejected.set(row, reason);
			}
		};
		for (const [column, vector] of vectors.entries()) {
			this.#columns[column]!.write(vector, this.#blocks, reject);
		}
		this.#dropRowsWithoutKey(rows);
		const failed = [...this.#log.rows.values()].filter(({ row }) => !rejected.has(row));
		const dropped = Int32Array.from([...rejected.keys(), ...failed.map(({ row }) => row)]).sort();
		const readers = vectors.map((vector) => vectorReader(vector));
		const textOf = (row: number) =>
			canonicalRecord(readers.map((read) => shownPart(read(row))))
				.slice(0, MAX_QUARANTINE_CHARACTERS)
				.replace(/\n$/, '');
		const reasons: readonly (readonly [row: number, reason: string])[] = [
			...rejected,
			...failed.map((row) => [row.row, failureReason(row, this.#plan)] as const),
		];
		const quarantined = reasons
			.map(([row, reason]): QuarantinedRow => ({ line: row, reason, text: textOf(row) }))
			.sort((a, b) => a.line - b.line);
		const start = this.#row;
		this.#row += rows;
		return {
			index: this.#index++,
			start,
			end: this.#row,
			lines: rows,
			rowsRead: rows,
			rows: rows - dropped.length,
			columns: this.#columns.map((column) => column.finish(rows, dropped)),
			quarantined,
			evidence: this.#log.evidence(),
			encodingFailures: 0,
			encodingSuccesses: 0,
			places: this.#plan.keepsPositions ? placesOf(rows, dropped) : null,
			textOf,
		};
	}

	#dropRowsWithoutKey(rows: number): void {
		const { keyColumn } = this.#plan;
		const key = keyColumn === null ? undefined : this.#columns[keyColumn];
		if (keyColumn === null || !key) {
			return;
		}
		const { block } = this.#blocks;
		block.starts[keyColumn * block.capacity] = 0;
		block.ends[keyColumn * block.capacity] = 0;
		for (let row = 0; row < rows; row++) {
			if (key.isNull(row)) {
				this.#blocks.placeRows(row, 1);
				this.#log.drop(block, 0, row, keyColumn);
			}
		}
	}
}

function placesOf(rows: number, dropped: Int32Array) {
	const kept = rows - dropped.length;
	const places = { starts: new Float64Array(kept), ends: new Float64Array(kept), lines: new Int32Array(kept) };
	eachKept(dropped, rows, (from, to) => {
		places.starts[to] = from;
		places.ends[to] = from;
		places.lines[to] = from;
	});
	return places;
}

/** Bytes of the texts of all rows, those of labels counted as often as they stand there. */
function textBytes(vector: SourceVector): number {
	switch (vector.kind) {
		case 'numbers':
			return 0;
		case 'texts':
			return (vector.ends.at(-1) ?? 0) - (vector.starts[0] ?? 0);
		case 'labels': {
			const { starts, ends } = vector.labels;
			return vector.codes.reduce((sum, code) => sum + (ends[code] ?? 0) - (starts[code] ?? 0), 0);
		}
		case 'values':
			return vector.values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);
	}
}
