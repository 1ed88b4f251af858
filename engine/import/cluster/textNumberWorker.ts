import { parentPort } from 'node:worker_threads';
import { TextNumbers } from '../../columns/TextNumbers.ts';
import { FAILED, type TextNumberMessage } from './TextNumberThread.ts';

const texts = new TextNumbers(1);

/** Entry of the thread that numbers one half of the texts. */
parentPort?.on('message', ({ chunk, numbers, newRows, done }: TextNumberMessage) => {
	try {
		newRows[0] = texts.add(chunk, numbers, newRows.subarray(1));
		Atomics.add(done, 0, 1);
	} catch {
		Atomics.store(done, 0, FAILED);
	}
	Atomics.notify(done, 0);
});
