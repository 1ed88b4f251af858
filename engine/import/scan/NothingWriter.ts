import type { ByteRoom } from '../../columns/byteRoom.ts';
import { encodeNumbers } from '../../columns/encodeChunk.ts';
import type { ColumnWriter, WrittenColumn } from './ColumnWriter.ts';
import type { FailureLog } from './FailureLog.ts';
import type { FieldBlock } from './FieldBlock.ts';

/**
 * The nothing behind the last delimiter of each row. It is no column and never finished into one; a row that has a value there
 * cannot be loaded without losing it, and is left to the quarantine.
 */
export class NothingWriter implements ColumnWriter {
	readonly #column: number;
	readonly #log: FailureLog;

	constructor(column: number, log: FailureLog) {
		this.#column = column;
		this.#log = log;
	}

	write(block: FieldBlock, firstRow: number): void {
		const { starts, ends, records, capacity } = block;
		for (let record = 0, cell = this.#column * capacity; record < records; record++, cell++) {
			if (starts[cell] !== ends[cell]) {
				this.#log.drop(block, record, firstRow + record, this.#column);
			}
		}
	}

	drop(): void {}

	isNull(): boolean {
		return true;
	}

	finish(rows: number, room: ByteRoom): WrittenColumn {
		return { ...encodeNumbers(new Int32Array(rows), rows, null, null, room), labels: null };
	}
}
