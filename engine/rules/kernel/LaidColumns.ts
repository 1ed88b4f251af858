import type { Bitmap } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';
import { GrowingMemory } from '../../kernels/GrowingMemory.ts';

/** Where a column lies, and how: bytes and shorts without a sign, whole numbers of 32 bits, 64-bit numbers with fractions. */
export interface LaidValues {
	readonly at: number;
	readonly form: 'bytes' | 'shorts' | 'wholes' | 'reals';
}

/** The kernels read 64 rows at a time, and so up to 63 beyond the last. */
const BYTES_BEYOND = 64 * 8;

const laid = new WeakMap<Frame, LaidColumns | null>();

/**
 * The columns of a frame that conditions have read, in one memory with the compiled kernel, each in the narrowest form that holds it: a
 * scan is as fast as its column is short. Laid when a condition first reads them, and kept as long as the frame.
 */
export class LaidColumns {
	readonly #memory: GrowingMemory;
	readonly #values = new Map<Int32Array | Float64Array | Uint8Array, LaidValues | null>();
	readonly #bits = new Map<Bitmap, number | null>();

	#room: number | null = null;

	private constructor(memory: GrowingMemory) {
		this.#memory = memory;
	}

	/** Null where there is no memory for them. */
	static of(frame: Frame): LaidColumns | null {
		const known = laid.get(frame);
		if (known !== undefined) {
			return known;
		}
		const memory = GrowingMemory.make();
		const columns = memory && new LaidColumns(memory);
		laid.set(frame, columns);
		return columns;
	}

	get memory(): WebAssembly.Memory {
		return this.#memory.memory;
	}

	/** Room for the kernel at work, the same at every call; null where there is none. */
	room(bytes: number): number | null {
		this.#room ??= this.#memory.reserve(bytes);
		return this.#room;
	}

	/** Null where there is no room for them. */
	values(values: Int32Array | Float64Array | Uint8Array): LaidValues | null {
		const known = this.#values.get(values);
		if (known !== undefined) {
			return known;
		}
		const form = formOf(values);
		const at = this.#memory.reserve(values.length * BYTES_OF[form] + BYTES_BEYOND);
		if (at !== null) {
			arrayAt(this.memory, at, values.length, form).set(values);
		}
		const found = at === null ? null : { at, form };
		this.#values.set(values, found);
		return found;
	}

	/** The address of a bitmap, null where there is no room for it. */
	bits(bits: Bitmap): number | null {
		const known = this.#bits.get(bits);
		if (known !== undefined) {
			return known;
		}
		const at = this.#memory.reserve(bits.byteLength + BYTES_BEYOND);
		if (at !== null) {
			new Uint32Array(this.memory.buffer, at, bits.length).set(bits);
		}
		this.#bits.set(bits, at);
		return at;
	}
}

export const BYTES_OF = { bytes: 1, shorts: 2, wholes: 4, reals: 8 } as const;

function arrayAt({ buffer }: WebAssembly.Memory, at: number, length: number, form: LaidValues['form']) {
	switch (form) {
		case 'bytes':
			return new Uint8Array(buffer, at, length);
		case 'shorts':
			return new Uint16Array(buffer, at, length);
		case 'wholes':
			return new Int32Array(buffer, at, length);
		case 'reals':
			return new Float64Array(buffer, at, length);
	}
}

function formOf(values: Int32Array | Float64Array | Uint8Array): LaidValues['form'] {
	if (values instanceof Float64Array) {
		return 'reals';
	}
	if (values instanceof Uint8Array) {
		return 'bytes';
	}
	let low = 0;
	let high = 0;
	for (let row = 0; row < values.length; row++) {
		const value = values[row]!;
		low = value < low ? value : low;
		high = value > high ? value : high;
	}
	return low < 0 || high > 0xffff ? 'wholes' : high > 0xff ? 'shorts' : 'bytes';
}
