/** The longer array `to` with what `from` holds at its beginning. */
export function grown<A extends Int32Array | Float64Array | Uint8Array>(from: A, to: A): A {
	to.set(from);
	return to;
}
