/** Gives out room for so many bytes, with any content, at an address that every type of array can start at. */
export type ByteRoom = (bytes: number) => Uint8Array;

/** Memory of its own for each. */
export const freshRoom: ByteRoom = (bytes) => new Uint8Array(bytes);

/** Eight bytes: the longest value. */
const ALIGNMENT = 8;

/** One piece after the other of `whole`, and fresh memory for what does not fit any more. */
export function roomIn(whole: Uint8Array): ByteRoom {
	let next = 0;
	return (bytes) => {
		const from = next;
		if (from + bytes > whole.length) {
			return freshRoom(bytes);
		}
		next = Math.ceil((from + bytes) / ALIGNMENT) * ALIGNMENT;
		return whole.subarray(from, from + bytes);
	};
}
