/**
 * The run-length and bit-packed hybrid of Parquet (Encodings.md, RLE = 3): runs of one value, and groups of eight packed values, the
 * lowest bits first. Both throw where the bytes end before the values.
 */

/** Of an optional column, a flag per row, 1 where it has no value; null where all have one. `bytes` are those of the levels alone. */
export function nullFlags(bytes: Uint8Array, rows: number): Uint8Array | null {
	let flags: Uint8Array | null = null;
	const runs = new RunReader(bytes);
	let row = 0;
	while (row < rows) {
		const run = runs.next();
		const count = Math.min(run.count, rows - row);
		if (run.isPacked) {
			const from = runs.at;
			for (let index = 0; index < count; index++) {
				if (((runs.byte(from + (index >> 3)) >> (index & 7)) & 1) === 0) {
					flags ??= new Uint8Array(rows);
					flags[row + index] = 1;
				}
			}
			runs.at = from + run.count / 8;
		} else if (runs.value(1) === 0) {
			flags ??= new Uint8Array(rows);
			flags.fill(1, row, row + count);
		}
		row += count;
	}
	return flags;
}

/** Up to this width a value and what is left of a byte fit in 31 bits. */
export const MAX_CODE_BITS = 24;

/** Places in a dictionary of `limit` values, each of `width` bits, 1 to MAX_CODE_BITS. Throws where one is beyond the dictionary. */
export function readCodes(bytes: Uint8Array, width: number, codes: Int32Array, limit: number): void {
	const runs = new RunReader(bytes);
	const mask = (1 << width) - 1;
	let at = 0;
	let largest = 0;
	while (at < codes.length) {
		const run = runs.next();
		const end = at + Math.min(run.count, codes.length - at);
		if (run.isPacked) {
			const from = runs.at;
			let next = from;
			let bits = 0;
			let left = 0;
			for (; at < end; at++) {
				while (left < width) {
					bits |= bytes[next++]! << left;
					left += 8;
				}
				const code = bits & mask;
				largest = code > largest ? code : largest;
				codes[at] = code;
				bits >>>= width;
				left -= width;
			}
			if (next > bytes.length) {
				throw new Error('its pages end too early');
			}
			runs.at = from + (run.count / 8) * width;
		} else {
			const code = runs.value((width + 7) >> 3);
			largest = Math.max(largest, code);
			codes.fill(code, at, end);
			at = end;
		}
	}
	if (codes.length > 0 && largest >= limit) {
		throw new Error('a value is missing in its dictionary');
	}
}

class RunReader {
	at = 0;
	private readonly bytes: Uint8Array;

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
	}

	byte(at: number): number {
		const value = this.bytes[at];
		if (value === undefined) {
			throw new Error('its pages end too early');
		}
		return value;
	}

	next(): { readonly isPacked: boolean; readonly count: number } {
		let header = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = this.byte(this.at++);
			header |= (byte & 0x7f) << shift;
			if (byte < 0x80) {
				break;
			}
			if (shift >= 28) {
				throw new Error('a run of values is damaged');
			}
		}
		const count = header >>> 1;
		if (count === 0) {
			throw new Error('a run of values is empty');
		}
		return { isPacked: (header & 1) === 1, count: (header & 1) === 1 ? count * 8 : count };
	}

	value(byteCount: number): number {
		let value = 0;
		for (let index = 0; index < byteCount; index++) {
			value |= this.byte(this.at++) << (8 * index);
		}
		return value >>> 0;
	}
}
