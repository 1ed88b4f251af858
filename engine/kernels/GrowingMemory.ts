import { FIRST_FREE, KernelMemory, MOST_PAGES, PAGE_BYTES } from './KernelMemory.ts';
import { memoryOrNull } from './memoryOrNull.ts';

/** Memory that kernels of all threads share and that grows: what lies in it stays where it is, for as long as the memory lives. */
export class GrowingMemory {
	readonly memory: WebAssembly.Memory;
	#next = FIRST_FREE;

	private constructor() {
		this.memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
	}

	/** Null where there is no such memory. */
	static make(): GrowingMemory | null {
		return memoryOrNull(() => new GrowingMemory());
	}

	/** The address of so many bytes, all 0 but for what was given back; null where there are no more. */
	reserve(bytes: number): number | null {
		const address = this.#next;
		const next = address + KernelMemory.sizeOf(bytes);
		const pages = Math.ceil((next - this.memory.buffer.byteLength) / PAGE_BYTES);
		if (pages > 0 && memoryOrNull(() => this.memory.grow(pages)) === null) {
			return null;
		}
		this.#next = next;
		return address;
	}

	/** Gives back what was reserved from an address on; it is not 0 when it is reserved again. */
	giveBack(address: number): void {
		this.#next = address;
	}
}
