import { assertNever } from '#shared/base/assertNever.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { emptyBitmap, setBit } from '../columns/bitmap.ts';
import type { Column } from '../columns/Column.ts';
import { gatherRows } from '../columns/gatherRows.ts';
import type { Frame } from '../frame/Frame.ts';
import type { Job } from '../job.ts';
import type { FillNumbers, FillTexts } from './block/BlockReader.ts';
import { BlockScope } from './block/BlockScope.ts';
import { compileInstant } from './block/compileInstant.ts';
import { compileNumber } from './block/compileNumber.ts';
import { compileText } from './block/compileText.ts';
import { compileTruth } from './block/compileTruth.ts';
import { fieldsOf } from './predicate/fieldsOf.ts';

const BLOCKS_PER_TICK = 64;

/** The values of a checked expression for every row of the frame, such as those of a custom field. */
export async function valueColumn(typed: TypedRule, frame: Frame, job: Job): Promise<Column> {
	const { length } = frame;
	const scope = BlockScope.of(frame);
	const { write, column } = valueWriter(typed, scope, length);
	for (let from = 0, block = 0; from < length; from += scope.blockRows, block++) {
		if (block % BLOCKS_PER_TICK === 0) {
			await job.tick(from, length, 'Calculating values');
		}
		write(from, Math.min(scope.blockRows, length - from));
	}
	return column();
}

/** The same for some rows only, in their order. Without rows it still tells type and decimal places. */
export function valuesOfRows(typed: TypedRule, { asOfDay, columns }: Frame, rows: ArrayLike<number>): Column {
	const picked = Int32Array.from(rows);
	const read = fieldsOf(typed);
	const gathered = [...columns].flatMap(([name, column]) =>
		read.has(name) ? [[name, gatherRows(column, picked)] as const] : [],
	);
	const scope = BlockScope.of({ asOfDay, columns: new Map(gathered), length: picked.length });
	const { write, column } = valueWriter(typed, scope, picked.length);
	for (let from = 0; from < picked.length; from += scope.blockRows) {
		write(from, Math.min(scope.blockRows, picked.length - from));
	}
	return column();
}

interface ValueWriter {
	/** Writes the values of `count` rows from row `from` on, at most a block. */
	readonly write: (from: number, count: number) => void;
	readonly column: () => Column;
}

function valueWriter(typed: TypedRule, scope: BlockScope, length: number): ValueWriter {
	const gaps = emptyBitmap(length);
	let hasNulls = false;
	/** NaN is "no value". */
	const writing = (values: Int32Array | Float64Array | Uint8Array, fill: FillNumbers) => {
		const block = new Float64Array(scope.blockRows);
		return (from: number, count: number) => {
			fill(from, count, block);
			for (let index = 0; index < count; index++) {
				const value = block[index]!;
				if (Number.isNaN(value)) {
					setBit(gaps, from + index);
					hasNulls = true;
				} else {
					values[from + index] = value;
				}
			}
		};
	};
	const base = () => ({ length, nulls: hasNulls ? gaps : null });
	switch (typed.type) {
		case 'number': {
			const { fill, scale, isExact } = compileNumber(typed, scope);
			const type = isExact && scale === 0 ? 'integer' : 'decimal';
			const values = new Float64Array(length);
			const column = (): Column => ({ kind: 'number', type, ...base(), values, scale, isExact });
			return { write: writing(values, fill), column };
		}
		case 'date': {
			const values = new Int32Array(length);
			const column = (): Column => ({ kind: 'date', type: 'date', ...base(), values });
			return { write: writing(values, compileInstant(typed, scope)), column };
		}
		case 'timestamp': {
			const values = new Float64Array(length);
			const column = (): Column => ({ kind: 'timestamp', type: 'timestamp', ...base(), values });
			return { write: writing(values, compileInstant(typed, scope)), column };
		}
		case 'boolean': {
			const values = new Uint8Array(length);
			const column = (): Column => ({ kind: 'boolean', type: 'boolean', ...base(), values });
			return { write: writing(values, truthNumbers(typed, scope)), column };
		}
		case 'text': {
			const labels = new Map<string, number>();
			const codes = new Int32Array(length);
			const column = (): Column => ({ kind: 'category', type: 'text', ...base(), codes, labels: [...labels.keys()] });
			return { write: writing(codes, textCodes(compileText(typed, scope), labels, scope)), column };
		}
		default:
			return assertNever(typed);
	}
}

/** 0, 1 and NaN for unknown. */
function truthNumbers(typed: TypedRule, scope: BlockScope): FillNumbers {
	const fill = compileTruth(typed, scope);
	const block = new Uint8Array(scope.blockRows);
	return (from, count, into) => {
		fill(from, count, block);
		for (let index = 0; index < count; index++) {
			into[index] = block[index] === 2 ? Number.NaN : block[index]!;
		}
	};
}

/** Codes into `labels`, which grow by every text that is new; NaN is "no value". */
function textCodes(fill: FillTexts, labels: Map<string, number>, { texts }: BlockScope): FillNumbers {
	return (from, count, into) => {
		const block = texts.take();
		fill(from, count, block);
		for (let index = 0; index < count; index++) {
			const text = block[index]!;
			into[index] = text === null ? Number.NaN : codeOf(labels, text);
		}
		texts.giveBack();
	};
}

function codeOf(labels: Map<string, number>, value: string): number {
	const known = labels.get(value);
	if (known !== undefined) {
		return known;
	}
	labels.set(value, labels.size);
	return labels.size - 1;
}
