import type { ClusterSink } from '../TableSink.ts';

/** A multiple of the longest number, so that no value lies in two parts. */
const PART_BYTES = 2 ** 19;

/** Writes blobs in parts, so that something else can go on in between. */
export class BlobQueue {
	readonly #sink: ClusterSink;
	readonly #waiting: { readonly name: string; readonly bytes: Uint8Array }[] = [];
	/** Parts that each blob has so far. */
	readonly #parts = new Map<string, number>();

	constructor(sink: ClusterSink) {
		this.#sink = sink;
	}

	/** Adds to the end of a blob. The bytes must stay as they are until they are written. */
	add(name: string, array: ArrayBufferView): void {
		const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
		for (let at = 0; at < bytes.length; at += PART_BYTES) {
			this.#waiting.push({ name, bytes: bytes.subarray(at, at + PART_BYTES) });
		}
	}

	/** Writes one part; false when none is waiting. */
	writeNext(): boolean {
		const next = this.#waiting.shift();
		if (next) {
			const part = this.#parts.get(next.name) ?? 0;
			this.#parts.set(next.name, part + 1);
			this.#sink.writeCluster(next.name, part, next.bytes);
		}
		return next !== undefined;
	}

	writeAll(): void {
		while (this.writeNext()) {
			// Each call writes a part.
		}
	}
}
