import { parentPort } from 'node:worker_threads';
import { ChunkScatter } from './ChunkScatter.ts';
import type { ScatterMessage } from './ScatterThread.ts';

const chunks = new ChunkScatter();

/** Entry of the thread that sorts columns while another one reads and writes them. */
parentPort?.on('message', ({ task, done }: ScatterMessage) => {
	chunks.scatter(task);
	Atomics.add(done, 0, 1);
	Atomics.notify(done, 0);
});
