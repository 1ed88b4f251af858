import type { Frame } from '../../frame/Frame.ts';
import { columnReader, type BlockReader } from './BlockReader.ts';
import { Scratch } from './Scratch.ts';

/** Few enough that the arrays of an expression stay in the processor's first cache, and a multiple of 32. */
const MOST_ROWS = 1024;

/** What an expression is evaluated against, and the arrays that its parts share while it is. */
export class BlockScope {
	/** Days since 1970-01-01. */
	readonly asOfDay: number;
	readonly readerOf: (field: string) => BlockReader;
	/** The most rows that can be evaluated at once. */
	readonly blockRows: number;
	readonly numbers: Scratch<Float64Array>;
	readonly truths: Scratch<Uint8Array>;
	readonly texts: Scratch<(string | null)[]>;

	/** `length` rows in all. */
	constructor(asOfDay: number, readerOf: (field: string) => BlockReader, length: number) {
		const blockRows = Math.min(MOST_ROWS, length);
		this.asOfDay = asOfDay;
		this.readerOf = readerOf;
		this.blockRows = blockRows;
		this.numbers = new Scratch(() => new Float64Array(blockRows));
		this.truths = new Scratch(() => new Uint8Array(blockRows));
		this.texts = new Scratch(() => Array.from({ length: blockRows }, () => null));
	}

	static of({ asOfDay, columns, length }: Pick<Frame, 'asOfDay' | 'columns' | 'length'>): BlockScope {
		const readerOf = (name: string) => {
			const column = columns.get(name);
			if (!column) {
				throw new Error(`The customer frame lists a field ${name} but holds no column for it`);
			}
			return columnReader(column);
		};
		return new BlockScope(asOfDay, readerOf, length);
	}
}
