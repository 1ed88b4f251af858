import { aggregateModule } from '../../kernels/aggregateModule.ts';

/** What engine/kernels/assembly/aggregate.ts exports. Addresses are of the memory. */
interface SumsKernel {
	addRows(values: number, groups: number, from: number, to: number, lanes: number, sums: number): void;
}

const kernels = new WeakMap<WebAssembly.Memory, SumsKernel>();
let compiled: WebAssembly.Module | null = null;

/** The compiled kernel for a memory; each thread makes its own, once. */
export function sumsKernelOf(memory: WebAssembly.Memory): SumsKernel {
	let kernel = kernels.get(memory);
	if (!kernel) {
		compiled ??= new WebAssembly.Module(Buffer.from(aggregateModule, 'base64'));
		kernel = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as SumsKernel;
		kernels.set(memory, kernel);
	}
	return kernel;
}
