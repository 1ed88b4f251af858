import { parentPort } from 'node:worker_threads';
import { workOff, type CrewJob } from './scan/morselWork.ts';

/** Entry of an import thread. */
parentPort?.on('message', (job: CrewJob) =>
	workOff(job, (message, transfer) => parentPort?.postMessage(message, transfer)),
);
