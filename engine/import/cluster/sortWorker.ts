import { parentPort, workerData } from 'node:worker_threads';
import { kernelOf } from '../../kernels/kernelOf.ts';
import { scatterModule } from '../../kernels/scatterModule.ts';
import { make, makeShared, type SortKernel } from './SortKernel.ts';
import { FAILED, type SortMessage } from './SortCrew.ts';

// The memory is handed over once, since each copy of it that arrives would need a kernel of its own.
const kernel = kernelOf<SortKernel>(scatterModule, workerData as WebAssembly.Memory);

/** Entry of the thread that sorts columns while another one reads and writes them. */
parentPort?.on('message', ({ calls, shares, done }: SortMessage) => {
	try {
		if (shares) {
			makeShared(kernel, calls, shares);
		} else {
			calls.forEach((call) => make(kernel, call));
		}
		Atomics.add(done, 0, 1);
	} catch {
		Atomics.store(done, 0, FAILED);
	}
	Atomics.notify(done, 0);
});
