import { aggregateModule } from '../../kernels/aggregateModule.ts';
import { kernelOf } from '../../kernels/kernelOf.ts';

type JoinParts = (sums: number, length: number, parts: number) => void;

/** What engine/kernels/assembly/aggregate.ts exports. Addresses are of the memory. */
interface SumsKernel {
	addWhole(
		values: number,
		codes: number,
		splitCodes: number,
		splitCount: number,
		groupCount: number,
		from: number,
		to: number,
		lanes: number,
		products: number,
		productCount: number,
		sums: number,
		leftOut: number,
		room: number,
	): void;
	moveWhole(
		values: number,
		before: number,
		after: number,
		splitCodes: number,
		splitCount: number,
		groupCount: number,
		from: number,
		to: number,
		lanes: number,
		products: number,
		productCount: number,
		sums: number,
		room: number,
	): void;
	countMoves(before: number, after: number, rows: number): number;
	addLeftOut(
		sums: number,
		length: number,
		codeCount: number,
		splitCount: number,
		leftOut: number,
		totals: number,
	): void;
	addReal(
		values: number,
		codes: number,
		splitCodes: number,
		splitCount: number,
		from: number,
		to: number,
		lanes: number,
		products: number,
		productCount: number,
		sums: number,
	): void;
	readonly joinWhole: JoinParts;
	readonly joinReal: JoinParts;
}

/** The compiled kernel for a memory. */
export function sumsKernelOf(memory: WebAssembly.Memory): SumsKernel {
	return kernelOf<SumsKernel>(aggregateModule, memory);
}
