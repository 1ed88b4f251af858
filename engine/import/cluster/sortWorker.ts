import { parentPort } from 'node:worker_threads';
import { kernelOf } from '../../kernels/kernelOf.ts';
import { scatterModule } from '../../kernels/scatterModule.ts';
import { make, makeShared, type SortKernel } from './SortKernel.ts';
import { FAILED, type SortMessage } from './SortCrew.ts';

/** Entry of the thread that sorts columns while another one reads and writes them. */
parentPort?.on('message', ({ memory, calls, shares, done }: SortMessage) => {
	try {
		const kernel = kernelOf<SortKernel>(scatterModule, memory);
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
