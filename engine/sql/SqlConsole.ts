import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { SqlColumn, SqlRefusal } from '#shared/model/sqlConsole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { workerUrl } from '../columns/workerUrl.ts';
import { ScratchFolder } from '../import/source/ScratchFolder.ts';
import type { Job } from '../job.ts';
import { ANSWERS, CANCEL, CONTROL_WORDS, TAKEN } from './sqlMessages.ts';
import type { ChunkAnswer, ChunkQuestion, ChunkReply, ChunkRequest } from './sqlMessages.ts';
import type { RunRequest, SqlCell, SqlWorkerData, SqlWorkerMessage } from './sqlMessages.ts';
import type { SqlSource } from './SqlSource.ts';

/** A thread that does not answer a cancel within this time is given up; it ends as soon as SQLite returns. */
const CANCEL_WITHIN_MS = 400;

/** The tables of a project at one moment. */
export interface SqlCatalog {
	readonly revision: number;
	readonly sources: readonly SqlSource[];
}

export interface SqlReceiver {
	columns(columns: readonly SqlColumn[]): void;
	rows(rows: readonly (readonly SqlCell[])[]): void | Promise<void>;
}

export type SqlEnd = SqlRefusal | { readonly kind: 'done'; readonly rows: number; readonly hasMore: boolean };

interface Thread {
	readonly worker: Worker;
	readonly control: Int32Array;
	readonly port: MessagePort;
}

/**
 * Runs read-only queries on threads of their own, so that the engine goes on answering. One idle thread is kept with its
 * copies of columns; queries at the same time get threads of their own. Whoever makes it closes it.
 */
export class SqlConsole {
	#folder: ScratchFolder | null = null;
	#idle: Thread | null = null;
	readonly #threads = new Set<Thread>();
	#isClosed = false;

	/** Hands on columns and rows as they come. `limit` null returns every row. Throws `cancelled` within half a second of a cancel. */
	async run(
		catalog: SqlCatalog,
		query: { readonly text: string; readonly limit: number | null },
		receiver: SqlReceiver,
		job: Job,
	): Promise<SqlEnd> {
		if (this.#isClosed) {
			throw new EngineError('conflict', 'The project has been closed. Open it again to go on.');
		}
		// Lets a cancel in that came right behind the request, as when somebody types.
		await job.tick(0, null, 'Running the query');
		const thread = this.#idle ?? this.#start();
		this.#idle = null;
		let isSound = false;
		try {
			const end = await this.#converse(thread, catalog, query, receiver, job);
			isSound = end !== null;
			if (end === null || end.kind === 'cancelled') {
				throw new EngineError('cancelled', 'Cancelled.');
			}
			if (end.kind === 'failed') {
				throw end.isData ? new EngineError('data', end.message) : new Error(end.message);
			}
			return end;
		} finally {
			if (isSound && this.#idle === null && !this.#isClosed) {
				this.#idle = thread;
			} else {
				this.#giveUp(thread);
			}
		}
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		const threads = [...this.#threads];
		for (const thread of threads) {
			Atomics.store(thread.control, CANCEL, 1);
			this.#giveUp(thread);
		}
		await Promise.race([
			Promise.all(threads.map(({ worker }) => worker.terminate())),
			new Promise((resolve) => {
				setTimeout(resolve, CANCEL_WITHIN_MS).unref();
			}),
		]);
		this.#folder?.remove();
	}

	/** Null where the thread was cancelled and does not answer. */
	async #converse(
		{ worker, control, port }: Thread,
		{ revision, sources }: SqlCatalog,
		{ text, limit }: { readonly text: string; readonly limit: number | null },
		receiver: SqlReceiver,
		job: Job,
	): Promise<Extract<SqlWorkerMessage, { kind: 'done' | 'refused' | 'cancelled' | 'failed' }> | null> {
		Atomics.store(control, CANCEL, 0);
		Atomics.store(control, TAKEN, 0);
		const answerChunk = ({ id, question }: ChunkRequest) => {
			const reply: ChunkReply = { id, answer: readChunk(sources, question) };
			port.postMessage(reply);
			Atomics.add(control, ANSWERS, 1);
			Atomics.notify(control, ANSWERS);
		};
		port.on('message', answerChunk);
		let patience: NodeJS.Timeout | undefined;
		let handing = Promise.resolve();
		const stop = () => {
			Atomics.store(control, CANCEL, 1);
			Atomics.add(control, ANSWERS, 1);
			Atomics.notify(control, ANSWERS);
			Atomics.notify(control, TAKEN);
		};
		const leave = new AbortController();
		let hear = (_message: SqlWorkerMessage) => {};
		let failed = (_error: unknown) => {};
		let ended = () => {};
		try {
			return await new Promise((resolve, reject) => {
				const cancel = () => {
					stop();
					patience = setTimeout(() => resolve(null), CANCEL_WITHIN_MS);
				};
				const refuse = (error: unknown) => {
					stop();
					reject(error instanceof Error ? error : new Error(String(error)));
				};
				job.signal.addEventListener('abort', cancel, { once: true, signal: leave.signal });
				ended = () => reject(new EngineError('internal', 'The thread of the SQL console ended. Run the query again.'));
				failed = refuse;
				hear = (message) => {
					switch (message.kind) {
						case 'columns':
							receiver.columns(message.columns);
							return;
						case 'rows':
							handing = handing.then(async () => {
								await receiver.rows(message.rows);
								Atomics.add(control, TAKEN, 1);
								Atomics.notify(control, TAKEN);
							});
							handing.catch(refuse);
							return;
						case 'progress':
							job.tick(message.done, message.total, message.phase).catch(() => undefined);
							return;
						case 'done':
						case 'refused':
						case 'cancelled':
						case 'failed':
							handing.then(() => resolve(message), refuse);
					}
				};
				worker.on('error', failed).on('exit', ended).on('message', hear);
				const request: RunRequest = { revision, tables: sources.map(({ table }) => table), text, limit };
				worker.postMessage(request);
				if (job.signal.aborted) {
					cancel();
				}
			});
		} finally {
			clearTimeout(patience);
			leave.abort();
			port.off('message', answerChunk);
			worker.off('error', failed).off('exit', ended).off('message', hear);
		}
	}

	#start(): Thread {
		this.#folder ??= new ScratchFolder();
		const control = new SharedArrayBuffer(CONTROL_WORDS * Int32Array.BYTES_PER_ELEMENT);
		const { port1, port2 } = new MessageChannel();
		const workerData: SqlWorkerData = { control, port: port2, folder: this.#folder.path };
		const worker = new Worker(workerUrl(import.meta.url, 'sqlWorker'), {
			workerData,
			transferList: [port2],
			name: 'sql',
		});
		worker.unref();
		port1.unref();
		const thread = { worker, control: new Int32Array(control), port: port1 };
		this.#threads.add(thread);
		return thread;
	}

	#giveUp(thread: Thread): void {
		this.#threads.delete(thread);
		if (this.#idle === thread) {
			this.#idle = null;
		}
		thread.port.close();
		// A thread inside SQLite ends when the step it is at returns; nobody waits for that.
		thread.worker.on('error', () => undefined);
		void thread.worker.terminate();
	}
}

function readChunk(sources: readonly SqlSource[], question: ChunkQuestion): ChunkAnswer {
	try {
		const source = sources[question.table]!;
		switch (question.kind) {
			case 'rows':
				return { kind: 'rows', rows: source.chunkRows() };
			case 'dictionary':
				return { kind: 'dictionary', bytes: source.readDictionary(question.column) };
			case 'chunk':
				return { kind: 'chunk', chunk: source.readChunk(question.column, question.chunk) };
		}
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return { kind: 'failed', message, isData: error instanceof EngineError };
	}
}
