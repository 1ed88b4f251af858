import { aggregateModule } from '../../kernels/aggregateModule.ts';
import { kernelOf } from '../../kernels/kernelOf.ts';

type AddRows = (
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
) => void;

type JoinParts = (sums: number, length: number, parts: number) => void;

/** What engine/kernels/assembly/aggregate.ts exports. Addresses are of the memory. */
interface SumsKernel {
	readonly addWhole: (...parameters: [...Parameters<AddRows>, leftOut: number, list: number]) => void;
	addLeftOut(
		sums: number,
		length: number,
		codeCount: number,
		splitCount: number,
		leftOut: number,
		totals: number,
	): void;
	readonly addReal: AddRows;
	readonly joinWhole: JoinParts;
	readonly joinReal: JoinParts;
	findMoves(
		before: number,
		after: number,
		splitCodes: number,
		splitCount: number,
		rows: number,
		moves: number,
		most: number,
	): number;
	moveWhole(
		values: number,
		moves: number,
		count: number,
		lanes: number,
		products: number,
		productCount: number,
		sums: number,
		batch: number,
	): void;
}

/** The compiled kernel for a memory. */
export function sumsKernelOf(memory: WebAssembly.Memory): SumsKernel {
	return kernelOf<SumsKernel>(aggregateModule, memory);
}
