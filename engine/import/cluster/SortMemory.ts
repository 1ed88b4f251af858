import { EngineError } from '#shared/protocol/envelope.ts';
import { GrowingMemory } from '../../kernels/GrowingMemory.ts';
import { kernelOf } from '../../kernels/kernelOf.ts';
import { scatterModule } from '../../kernels/scatterModule.ts';
import type { SortKernel } from './SortKernel.ts';

/** The memory in which the rows of one table are sorted, with the kernel that sorts them. Throws an EngineError where there is no more. */
export class SortMemory {
	readonly #growing: GrowingMemory;
	readonly kernel: SortKernel;

	constructor() {
		this.#growing = GrowingMemory.make() ?? refuse();
		this.kernel = kernelOf<SortKernel>(scatterModule, this.memory);
	}

	/** What a thread needs to work in it. */
	get memory(): WebAssembly.Memory {
		return this.#growing.memory;
	}

	/** Views of it stay good when it grows. */
	get buffer(): SharedArrayBuffer {
		const buffer: unknown = this.memory.buffer;
		if (!(buffer instanceof SharedArrayBuffer)) {
			throw new Error('The memory of a sort is shared');
		}
		return buffer;
	}

	/** The address of so many bytes. */
	reserve(bytes: number): number {
		return this.#growing.reserve(bytes) ?? refuse();
	}

	/** Gives back what was reserved from an address on. */
	giveBack(address: number): void {
		this.#growing.giveBack(address);
	}

	int32(length: number): Int32Array {
		const address = this.reserve(length * Int32Array.BYTES_PER_ELEMENT);
		return new Int32Array(this.buffer, address, length);
	}

	uint32(length: number): Uint32Array {
		const address = this.reserve(length * Uint32Array.BYTES_PER_ELEMENT);
		return new Uint32Array(this.buffer, address, length);
	}
}

function refuse(): never {
	throw new EngineError(
		'data',
		'There is too little memory to sort the rows by customer. Close other programs and try again.',
	);
}
