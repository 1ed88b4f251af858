import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Frame } from '../../frame/Frame.ts';
import { wordsOf } from '../Outcome.ts';
import type { Outcome } from '../Outcome.ts';
import { columnReader } from '../row/CellReader.ts';
import type { CellReader } from '../row/CellReader.ts';
import { compileTruth } from '../row/compileTruth.ts';

/** The general path: any condition, one row after the other. */
export function rowPredicate(typed: TypedRule, frame: Frame): Outcome {
	const readers = new Map<string, CellReader>();
	const readerOf = (name: string): CellReader => {
		const column = frame.columns.get(name);
		if (!column) {
			throw new Error(`The customer frame lists a field ${name} but holds no column for it`);
		}
		const reader = readers.get(name) ?? columnReader(column);
		readers.set(name, reader);
		return reader;
	};
	const truthAt = compileTruth(typed, { asOfDay: frame.asOfDay, readerOf });
	const isTrue = new Uint32Array(wordsOf(frame.length));
	const isFalse = new Uint32Array(wordsOf(frame.length));
	for (let row = 0; row < frame.length; row++) {
		const truth = truthAt(row);
		if (truth === 1) {
			isTrue[row >>> 5]! |= 1 << (row & 31);
		} else if (truth === 0) {
			isFalse[row >>> 5]! |= 1 << (row & 31);
		}
	}
	return { isTrue, isFalse };
}
