import { aggregateModule } from '../../kernels/aggregateModule.ts';
import { kernelOf } from '../../kernels/kernelOf.ts';

/** What engine/kernels/assembly/aggregate.ts exports. Addresses are of the memory. */
interface SumsKernel {
	addRows(values: number, groups: number, from: number, to: number, lanes: number, sums: number): void;
}

const kernels = new WeakMap<WebAssembly.Memory, SumsKernel>();

/** The compiled kernel for a memory; each thread makes its own, once. */
export function sumsKernelOf(memory: WebAssembly.Memory): SumsKernel {
	let kernel = kernels.get(memory);
	if (!kernel) {
		kernel = kernelOf<SumsKernel>(aggregateModule, memory);
		kernels.set(memory, kernel);
	}
	return kernel;
}
