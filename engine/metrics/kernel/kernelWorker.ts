import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { READY, SEQUENCE, STOP, workThrough } from './kernelControl.ts';
import type { KernelMessage } from './kernelControl.ts';
import { runPart } from './runPart.ts';

/** A helper thread: sleeps on the sequence word, takes the newest job from its port, works through it, sleeps again. */
const { control, port } = workerData as { control: Int32Array; port: MessagePort };

function newestMessage(): KernelMessage | null {
	let newest: KernelMessage | null = null;
	for (let received = receiveMessageOnPort(port); received; received = receiveMessageOnPort(port)) {
		newest = received.message as KernelMessage;
	}
	return newest;
}

let seen = Atomics.load(control, SEQUENCE);
Atomics.add(control, READY, 1);
while (Atomics.load(control, STOP) === 0) {
	const message = newestMessage();
	if (message) {
		workThrough(control, message, runPart);
	}
	if (Atomics.load(control, SEQUENCE) === seen) {
		Atomics.wait(control, SEQUENCE, seen);
	}
	seen = Atomics.load(control, SEQUENCE);
}
port.close();
