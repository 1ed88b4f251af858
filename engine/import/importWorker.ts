import { parentPort, workerData } from 'node:worker_threads';
import { workOff, type CrewJob } from './MorselCrew.ts';

/** Entry of an import thread. */
const job = workerData as CrewJob;
workOff(job, (message, transfer) => parentPort?.postMessage(message, transfer));
