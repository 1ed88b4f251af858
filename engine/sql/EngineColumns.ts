import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Column } from '../columns/Column.ts';
import { decodeChunks } from '../columns/decodeChunks.ts';
import { decodeLabels, labelStrings } from '../columns/dictionary.ts';
import { storedNulls, storedValues } from '../columns/storedValues.ts';
import {
	ANSWERS,
	CANCEL,
	type ChunkAnswer,
	type ChunkQuestion,
	type ChunkReply,
	type ChunkRequest,
} from './sqlMessages.ts';
import type { SqlChunk } from './SqlSource.ts';

/** The run was cancelled; thrown through SQLite. */
export class Cancelled extends Error {}

/** The engine could not give a chunk. `isData` tells a damaged project from a fault of the program. */
export class ChunkFailure extends Error {
	readonly isData: boolean;

	constructor(message: string, isData: boolean) {
		super(message);
		this.isData = isData;
	}
}

const WAIT_MS = 100;

/**
 * The columns of the project as the thread of the console sees them. Every chunk is asked of the engine, which holds the file,
 * and the thread sleeps until the answer is there: the file has one reader, and the engine stays free between two chunks.
 */
export class EngineColumns {
	readonly #control: Int32Array;
	readonly #port: MessagePort;
	#asked = 0;
	readonly #labels = new Map<string, readonly string[]>();
	readonly #dictionaries = new Map<string, Uint8Array | null>();

	constructor(control: Int32Array, port: MessagePort) {
		this.#control = control;
		this.#port = port;
	}

	/** Forgets what belonged to other tables. */
	clear(): void {
		this.#labels.clear();
		this.#dictionaries.clear();
	}

	throwIfCancelled(): void {
		if (Atomics.load(this.#control, CANCEL) !== 0) {
			throw new Cancelled('Cancelled.');
		}
	}

	chunkRows(table: number): readonly number[] {
		const answer = this.#ask({ kind: 'rows', table });
		return answer.kind === 'rows' ? answer.rows : [];
	}

	read(table: number, column: number, chunk: number): Column {
		const answer = this.#ask({ kind: 'chunk', table, column, chunk });
		if (answer.kind !== 'chunk') {
			throw new Error(`The engine answered ${answer.kind} where a chunk was asked for`);
		}
		return this.#decode(answer.chunk, table, column);
	}

	#decode(found: SqlChunk, table: number, column: number): Column {
		if (found.kind === 'column') {
			return found.column;
		}
		const { chunk, storage } = found;
		if (storage.kind !== 'category') {
			const dictionary = storage.hasDictionary ? this.#dictionary(table, column) : null;
			return decodeChunks([chunk], chunk.rows, storage, dictionary);
		}
		const codes = storedValues(chunk);
		if (codes instanceof Float64Array) {
			throw new TypeError(`A column of codes is stored as ${chunk.encoding}`);
		}
		const nulls = chunk.nulls > 0 ? storedNulls(chunk, codes.byteLength) : null;
		return { kind: 'category', type: 'text', length: chunk.rows, codes, labels: this.#labelsOf(table, column), nulls };
	}

	#labelsOf(table: number, column: number): readonly string[] {
		const key = `${table} ${column}`;
		const known = this.#labels.get(key);
		if (known) {
			return known;
		}
		const bytes = this.#dictionary(table, column);
		const labels = bytes ? labelStrings(decodeLabels(bytes)) : [];
		this.#labels.set(key, labels);
		return labels;
	}

	#dictionary(table: number, column: number): Uint8Array | null {
		const key = `${table} ${column}`;
		const known = this.#dictionaries.get(key);
		if (known !== undefined) {
			return known;
		}
		const answer = this.#ask({ kind: 'dictionary', table, column });
		const bytes = answer.kind === 'dictionary' ? answer.bytes : null;
		this.#dictionaries.set(key, bytes);
		return bytes;
	}

	#ask(question: ChunkQuestion): ChunkAnswer {
		const request: ChunkRequest = { id: ++this.#asked, question };
		this.#port.postMessage(request);
		for (;;) {
			this.throwIfCancelled();
			const before = Atomics.load(this.#control, ANSWERS);
			const reply = receiveMessageOnPort(this.#port)?.message as ChunkReply | undefined;
			if (reply?.id === request.id) {
				const { answer } = reply;
				if (answer.kind === 'failed') {
					throw new ChunkFailure(answer.message, answer.isData);
				}
				return answer;
			}
			if (reply !== undefined) {
				continue;
			}
			Atomics.wait(this.#control, ANSWERS, before, WAIT_MS);
		}
	}
}
