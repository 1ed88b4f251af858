import { counted } from '#shared/base/counted.ts';
import type { QuarantinedRow } from '#shared/model/table.ts';
import { placeUnit } from '#shared/model/tableSource.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { MAX_COLUMNS } from '../limits.ts';
import type { RowBatch, RowSource } from '../RowSource.ts';
import type { SourceColumn, SourceValue } from '../TableReader.ts';
import { flattenObject, RepeatedName } from './flattenObject.ts';
import { parseJson } from './parseJson.ts';
import { splitJsonLines, splitJsonValues, tooDeep, type JsonText } from './splitJson.ts';

/** Keys are collected from this much of the file first. */
const HEAD_BYTES = 8 * 2 ** 20;
const MAX_TEXT = 10_000;
/** A column that the object has not named. */
const UNSET = Symbol('unset');

/** A key that the head of the file does not have: the columns are to be collected from the whole file. */
export class LateKey extends Error {
	readonly key: string;

	constructor(key: string) {
		super(key);
		this.key = key;
	}
}

export interface JsonAddress {
	readonly path: string;
	readonly format: 'json' | 'json-lines';
	/** Begins to read the file anew; UTF-8. */
	readonly open: () => AsyncIterable<Uint8Array>;
}

/**
 * Rows of JSON Lines or of a JSON array. The columns are the keys of all objects, in the order in which they first appear;
 * `isWhole` collects them from the whole file instead of its head.
 */
export async function openJson(address: JsonAddress, isWhole: boolean): Promise<RowSource> {
	const names = new Map<string, number>();
	for await (const texts of textsOf(address, isWhole ? Infinity : HEAD_BYTES)) {
		for (const { text } of texts) {
			collectKeys(address.path, text, names);
		}
	}
	if (names.size === 0 && !isWhole) {
		return openJson(address, true);
	}
	if (names.size === 0) {
		throw new EngineError(
			'data',
			`${address.path} is JSON, but no list of objects. A table is a list with one object per row, such as [{"id": 1}, {"id": 2}].`,
		);
	}
	return new JsonRows(address, names);
}

class JsonRows implements RowSource {
	readonly columns: readonly SourceColumn[];
	readonly unit: 'line' | 'row';
	readonly progress = null;
	readonly notes: string[] = [];
	private readonly address: JsonAddress;
	private readonly names: ReadonlyMap<string, number>;
	/** The row that is being read. */
	private readonly row: (SourceValue | typeof UNSET)[];

	constructor(address: JsonAddress, names: ReadonlyMap<string, number>) {
		this.address = address;
		this.names = names;
		this.row = new Array<SourceValue | typeof UNSET>(names.size).fill(UNSET);
		this.unit = placeUnit(address);
		this.columns = Array.from(names.keys(), (name) => ({ name, type: null }));
	}

	async *batches(): AsyncGenerator<RowBatch> {
		for await (const texts of textsOf(this.address, Infinity)) {
			const rows: SourceValue[][] = [];
			const places: number[] = [];
			const rejected: QuarantinedRow[] = [];
			for (const { text, place } of texts) {
				const row = this.read(text);
				if (typeof row === 'string') {
					rejected.push({ line: place, reason: row, text: text.slice(0, MAX_TEXT) });
				} else {
					rows.push(row);
					places.push(place);
				}
			}
			yield { rows, places, rejected };
		}
	}

	close(): void {
		// Each reading lets go of the file by itself.
	}

	/** The row, or why there is none. */
	private read(text: string): SourceValue[] | string {
		try {
			const value = objectOf(parseJson(text));
			if (value === null) {
				return 'The value is not a JSON object.';
			}
			const { names, row } = this;
			row.fill(UNSET);
			flattenObject(value, (name, cell) => {
				const column = names.get(name);
				if (column === undefined) {
					throw new LateKey(name);
				}
				const isFirst = row[column] === UNSET;
				row[column] = cell;
				return isFirst;
			});
			return row.map((cell) => (cell === UNSET ? null : cell));
		} catch (error) {
			if (error instanceof SyntaxError) {
				return 'The text is not JSON.';
			}
			if (error instanceof RepeatedName) {
				return `The object has two values for "${error.message}".`;
			}
			if (error instanceof RangeError) {
				return 'The object is nested too deeply.';
			}
			throw error;
		}
	}
}

function collectKeys(path: string, text: string, names: Map<string, number>): void {
	try {
		const value = objectOf(parseJson(text));
		if (value !== null) {
			flattenObject(value, (name) => {
				if (!names.has(name)) {
					names.set(name, names.size);
				}
				return true;
			});
		}
	} catch (error) {
		if (!(error instanceof SyntaxError || error instanceof RangeError)) {
			throw error;
		}
	}
	if (names.size > MAX_COLUMNS) {
		throw new EngineError(
			'data',
			`${path} has more than ${counted(MAX_COLUMNS, 'different key')}. Keys that are ids make a column each; export one object per row instead.`,
		);
	}
}

/** A row as an object; an array of values as one whose keys are column numbers. Null for single values. */
function objectOf(value: unknown): object | null {
	if (Array.isArray(value)) {
		return Object.fromEntries(value.map((entry: unknown, index) => [`column_${index + 1}`, entry]));
	}
	return typeof value === 'object' ? value : null;
}

async function* textsOf({ path, format, open }: JsonAddress, limit: number): AsyncGenerator<JsonText[]> {
	const bytes = headOf(open(), limit);
	const texts = format === 'json-lines' ? splitJsonLines(path, bytes) : splitJsonValues(path, bytes);
	try {
		yield* texts;
	} catch (error) {
		throw error instanceof RangeError ? tooDeep(path) : error;
	}
}

async function* headOf(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
	let read = 0;
	for await (const chunk of bytes) {
		yield chunk;
		read += chunk.length;
		if (read >= limit) {
			return;
		}
	}
}
