/** Arrays on shared memory, so that helper threads read columns without a copy. All start at 0. */
export function sharedFloats(length: number): Float64Array<SharedArrayBuffer> {
	return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

export function sharedInts(length: number): Int32Array<SharedArrayBuffer> {
	return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

export function sharedShorts(length: number): Uint16Array<SharedArrayBuffer> {
	return new Uint16Array(new SharedArrayBuffer(length * Uint16Array.BYTES_PER_ELEMENT));
}

export function sharedBytes(length: number): Uint8Array<SharedArrayBuffer> {
	return new Uint8Array(new SharedArrayBuffer(length));
}

export function sharedBitmap(rows: number): Uint32Array<SharedArrayBuffer> {
	return new Uint32Array(new SharedArrayBuffer(Math.ceil(rows / 32) * Uint32Array.BYTES_PER_ELEMENT));
}
