const PAGE_BYTES = 65_536;
/** The first page holds the constants of the kernel. */
const FIRST_FREE = PAGE_BYTES;
/** The longest vector that a kernel loads in one step. */
const ALIGNMENT = 16;

/** Memory of a fixed size that one compiled kernel and typed arrays share. It never grows, since growing would detach the arrays. */
export class KernelMemory {
	readonly memory: WebAssembly.Memory;
	readonly buffer: ArrayBuffer;
	#next = FIRST_FREE;

	/** `bytes` is the room for arrays, alignment included. */
	constructor(bytes: number) {
		const pages = Math.ceil((FIRST_FREE + bytes) / PAGE_BYTES);
		this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
		this.buffer = this.memory.buffer as ArrayBuffer;
	}

	int32(length: number): Int32Array {
		return new Int32Array(this.buffer, this.#reserve(length * 4), length);
	}

	int8(length: number): Int8Array {
		return new Int8Array(this.buffer, this.#reserve(length), length);
	}

	bytes(length: number): Uint8Array {
		return new Uint8Array(this.buffer, this.#reserve(length), length);
	}

	#reserve(bytes: number): number {
		const address = this.#next;
		this.#next += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
		if (this.#next > this.buffer.byteLength) {
			throw new Error('The memory of the kernel is too small');
		}
		return address;
	}
}
