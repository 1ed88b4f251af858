import { parentPort, workerData } from 'node:worker_threads';
import { Cancelled, ChunkFailure, EngineColumns } from './EngineColumns.ts';
import { QueryRunner } from './QueryRunner.ts';
import { CANCEL, TAKEN, type RunRequest, type SqlWorkerData, type SqlWorkerMessage } from './sqlMessages.ts';

/** Entry of the thread of the SQL console: one query at a time, rows in batches, never far ahead of who takes them. */
const MOST_AHEAD = 4;
const WAIT_MS = 100;

const data = workerData as SqlWorkerData;
const control = new Int32Array(data.control);
const columns = new EngineColumns(control, data.port);
const runner = new QueryRunner(columns, data.folder);

function send(message: SqlWorkerMessage): void {
	parentPort?.postMessage(message);
}

function answer(request: RunRequest): SqlWorkerMessage {
	let sent = 0;
	try {
		return runner.run(request, {
			columns: (found) => send({ kind: 'columns', columns: found }),
			rows(rows) {
				send({ kind: 'rows', rows });
				sent++;
				for (
					let taken = Atomics.load(control, TAKEN);
					sent - taken > MOST_AHEAD;
					taken = Atomics.load(control, TAKEN)
				) {
					columns.throwIfCancelled();
					Atomics.wait(control, TAKEN, taken, WAIT_MS);
				}
			},
			progress: (done, total, phase) => send({ kind: 'progress', done, total, phase }),
		});
	} catch (error) {
		if (error instanceof Cancelled || Atomics.load(control, CANCEL) !== 0) {
			return { kind: 'cancelled' };
		}
		const message = error instanceof Error ? error.message : String(error);
		return { kind: 'failed', message, isData: error instanceof ChunkFailure && error.isData };
	}
}

parentPort?.on('message', (request: RunRequest) => send(answer(request)));
