/**
 * Labels of a category column as bytes: uint32 count, uint32 length of each label, then the UTF-8 of all labels in
 * order of code.
 */
export interface LabelBytes {
	readonly count: number;
	/** Bytes of label c are `bytes[offsets[c] .. offsets[c + 1]]`. */
	readonly offsets: Int32Array;
	readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

export function labelsOf(labels: readonly string[]): LabelBytes {
	const parts = labels.map((label) => encoder.encode(label));
	const offsets = new Int32Array(parts.length + 1);
	for (const [code, part] of parts.entries()) {
		offsets[code + 1] = offsets[code]! + part.length;
	}
	const bytes = new Uint8Array(offsets[parts.length]!);
	for (const [code, part] of parts.entries()) {
		bytes.set(part, offsets[code]);
	}
	return { count: parts.length, offsets, bytes };
}

export function encodeLabels(labels: LabelBytes): Uint8Array {
	const size = labels.offsets[labels.count]!;
	const data = new Uint8Array(4 + labels.count * 4 + size);
	const view = new DataView(data.buffer);
	view.setUint32(0, labels.count, true);
	for (let code = 0; code < labels.count; code++) {
		view.setUint32(4 + code * 4, labels.offsets[code + 1]! - labels.offsets[code]!, true);
	}
	data.set(labels.bytes.subarray(0, size), 4 + labels.count * 4);
	return data;
}

export function decodeLabels(data: Uint8Array): LabelBytes {
	const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
	const count = view.getUint32(0, true);
	const offsets = new Int32Array(count + 1);
	for (let code = 0; code < count; code++) {
		offsets[code + 1] = offsets[code]! + view.getUint32(4 + code * 4, true);
	}
	return { count, offsets, bytes: data.subarray(4 + count * 4) };
}

export function labelStrings(labels: LabelBytes): string[] {
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	return Array.from({ length: labels.count }, (_, code) =>
		decoder.decode(labels.bytes.subarray(labels.offsets[code], labels.offsets[code + 1])),
	);
}
