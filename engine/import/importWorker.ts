import { parentPort, workerData } from 'node:worker_threads';
import { workOff, type CrewJob } from './scan/morselWork.ts';

/** Entry of an import thread. */
const job = workerData as CrewJob;
workOff(job, (message, transfer) => parentPort?.postMessage(message, transfer));
