import { memoryOrNull } from './memoryOrNull.ts';

export const PAGE_BYTES = 65_536;
/** The first page holds the constants of the kernel. */
export const FIRST_FREE = PAGE_BYTES;
/** Addresses have 32 bits. */
export const MOST_PAGES = 65_535;
/** The longest vector that a kernel loads in one step. */
const ALIGNMENT = 16;

/** Memory of a fixed size that compiled kernels and typed arrays share. It never grows, since growing would detach the arrays. */
export class KernelMemory<B extends ArrayBuffer | SharedArrayBuffer = ArrayBuffer | SharedArrayBuffer> {
	readonly memory: WebAssembly.Memory;
	readonly buffer: B;
	#next = FIRST_FREE;

	private constructor(bytes: number, isShared: boolean) {
		const pages = Math.ceil((FIRST_FREE + bytes) / PAGE_BYTES);
		this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: isShared });
		this.buffer = this.memory.buffer as B;
	}

	/** For one thread. `bytes` is the room for arrays, alignment included. */
	static own(bytes: number): KernelMemory<ArrayBuffer> {
		return new KernelMemory<ArrayBuffer>(bytes, false);
	}

	/** For all threads that are sent it; null where there is not so much of it. */
	static shared(bytes: number): KernelMemory<SharedArrayBuffer> | null {
		if (bytes > MOST_PAGES * PAGE_BYTES) {
			return null;
		}
		return memoryOrNull(() => new KernelMemory<SharedArrayBuffer>(bytes, true));
	}

	/** Bytes that an array takes. */
	static sizeOf(bytes: number): number {
		return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
	}

	float64(length: number): Float64Array<B> {
		return new Float64Array(this.buffer, this.#reserve(length * 8), length);
	}

	int32(length: number): Int32Array<B> {
		return new Int32Array(this.buffer, this.#reserve(length * 4), length);
	}

	uint16(length: number): Uint16Array<B> {
		return new Uint16Array(this.buffer, this.#reserve(length * 2), length);
	}

	int8(length: number): Int8Array<B> {
		return new Int8Array(this.buffer, this.#reserve(length), length);
	}

	bytes(length: number): Uint8Array<B> {
		return new Uint8Array(this.buffer, this.#reserve(length), length);
	}

	#reserve(bytes: number): number {
		const address = this.#next;
		this.#next += KernelMemory.sizeOf(bytes);
		if (this.#next > this.buffer.byteLength) {
			throw new Error('The memory of the kernel is too small');
		}
		return address;
	}
}
