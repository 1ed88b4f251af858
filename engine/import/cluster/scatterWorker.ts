import { parentPort } from 'node:worker_threads';
import { scatterChunks } from './scatterChunks.ts';
import { DONE, FAILED, type ScatterMessage } from './ScatterThread.ts';

/** Entry of the thread that sorts columns while another one writes them. */
parentPort?.on('message', ({ task, state }: ScatterMessage) => {
	try {
		scatterChunks(task);
		Atomics.store(state, 0, DONE);
	} catch {
		Atomics.store(state, 0, FAILED);
	}
	Atomics.notify(state, 0);
});
