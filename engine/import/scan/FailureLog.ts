import type { FieldBlock } from './FieldBlock.ts';

/** What a value that does not fit its column would fit. */
export type Misfit =
	/** A decimal with this many places (1 to 6) where an integer or fewer places were expected. */
	| { readonly kind: 'decimal'; readonly scale: number }
	/** A number that only a plain double holds. */
	| { readonly kind: 'double' }
	/** Digits that are a name: leading zeros, or more than fifteen digits. */
	| { readonly kind: 'identifier' }
	| { readonly kind: 'timestamp' }
	| { readonly kind: 'other' };

/** Misfits of one column, added up over the file to decide whether the column is widened. */
export interface ColumnEvidence {
	readonly failures: number;
	readonly others: number;
	readonly identifiers: number;
	readonly doubles: number;
	readonly timestamps: number;
	/** Most places seen among decimal misfits, 0 without any. */
	readonly maxScale: number;
}

export const noEvidence: ColumnEvidence = {
	failures: 0,
	others: 0,
	identifiers: 0,
	doubles: 0,
	timestamps: 0,
	maxScale: 0,
};

export function addEvidence(a: ColumnEvidence, b: ColumnEvidence): ColumnEvidence {
	return {
		failures: a.failures + b.failures,
		others: a.others + b.others,
		identifiers: a.identifiers + b.identifiers,
		doubles: a.doubles + b.doubles,
		timestamps: a.timestamps + b.timestamps,
		maxScale: Math.max(a.maxScale, b.maxScale),
	};
}

/** A row that cannot be loaded because of one of its values; positions are file offsets. */
export interface FailedRow {
	readonly row: number;
	readonly start: number;
	readonly end: number;
	readonly line: number;
	/** Null when the row as a whole is at fault: its bytes are not UTF-8. */
	readonly column: number | null;
	/** First bytes of the value. */
	readonly value: Uint8Array;
}

const MAX_VALUE_BYTES = 80;

/** Collects the values of one morsel that do not fit. Only the first misfit of a row is kept with its text. */
export class FailureLog {
	readonly rows = new Map<number, FailedRow>();
	readonly #evidence: (ColumnEvidence | undefined)[];

	constructor(columns: number) {
		this.#evidence = new Array<ColumnEvidence | undefined>(columns);
	}

	clear(): void {
		this.rows.clear();
		this.#evidence.fill(undefined);
	}

	evidence(): ColumnEvidence[] {
		return Array.from(this.#evidence, (entry) => entry ?? noEvidence);
	}

	add(block: FieldBlock, record: number, row: number, column: number, misfit: Misfit): void {
		this.#evidence[column] = addEvidence(this.#evidence[column] ?? noEvidence, {
			failures: 1,
			others: misfit.kind === 'other' ? 1 : 0,
			identifiers: misfit.kind === 'identifier' ? 1 : 0,
			doubles: misfit.kind === 'double' ? 1 : 0,
			timestamps: misfit.kind === 'timestamp' ? 1 : 0,
			maxScale: misfit.kind === 'decimal' ? misfit.scale : 0,
		});
		this.drop(block, record, row, column);
	}

	/** Marks the row without evidence against a column: an empty customer key, or bytes that are not UTF-8. */
	drop(block: FieldBlock, record: number, row: number, column: number | null): void {
		if (!this.rows.has(row)) {
			const cell = (column ?? 0) * block.capacity + record;
			const start = block.starts[cell]!;
			this.rows.set(row, {
				row,
				start: block.fileOffset + block.recordStarts[record]!,
				end: block.fileOffset + block.recordEnds[record]!,
				line: block.recordLines[record]!,
				column,
				value: block.bytes.slice(start, Math.min(block.ends[cell]!, start + MAX_VALUE_BYTES)),
			});
		}
	}
}
