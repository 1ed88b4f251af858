import type { LabelVector, NumberVector, SourceVector, Texts, TextVector } from './SourceVector.ts';
import { vectorLength, vectorReader } from './SourceVector.ts';

/** Positions of texts are 32-bit numbers. */
export const MAX_TEXT_BYTES = 2 ** 30;

/** Vectors of one column, one below the other. */
export function joinVectors(parts: readonly SourceVector[]): SourceVector {
	const [first] = parts;
	if (first && parts.length === 1) {
		return first;
	}
	const numbers = parts.filter((part) => part.kind === 'numbers');
	if (numbers.length === parts.length && numbers.every(({ meaning, scale }) => isLike(numbers[0], meaning, scale))) {
		return joinNumbers(numbers);
	}
	const labels = parts.filter((part) => part.kind === 'labels');
	if (labels.length === parts.length) {
		return joinLabels(labels);
	}
	const texts = parts
		.map((part) => (part.kind === 'labels' ? textsOf(part) : part))
		.filter(({ kind }) => kind === 'texts');
	if (texts.length === parts.length) {
		return joinTexts(texts.filter((part) => part.kind === 'texts'));
	}
	return {
		kind: 'values',
		values: parts.flatMap((part) => Array.from({ length: vectorLength(part) }, (_, row) => vectorReader(part)(row))),
	};
}

/** Throws where the texts together are too long to be held at once. */
export function textsOf({ codes, labels, nulls }: LabelVector): TextVector {
	let size = 0;
	for (let row = 0; row < codes.length; row++) {
		size += nulls?.[row] === 1 ? 0 : labels.ends[codes[row]!]! - labels.starts[codes[row]!]!;
	}
	const bytes = new Uint8Array(limited(size));
	const starts = new Int32Array(codes.length);
	const ends = new Int32Array(codes.length);
	let at = 0;
	for (let row = 0; row < codes.length; row++) {
		starts[row] = at;
		if (nulls?.[row] !== 1) {
			const text = labels.bytes.subarray(labels.starts[codes[row]!], labels.ends[codes[row]!]);
			bytes.set(text, at);
			at += text.length;
		}
		ends[row] = at;
	}
	return { kind: 'texts', bytes, starts, ends, nulls };
}

function isLike(first: NumberVector | undefined, meaning: string, scale: number): boolean {
	return first?.meaning === meaning && first.scale === scale;
}

function joinNumbers(parts: readonly NumberVector[]): NumberVector {
	const rows = parts.reduce((sum, { values }) => sum + values.length, 0);
	const isWide = parts.some(({ values }) => values instanceof Float64Array);
	const values = isWide ? new Float64Array(rows) : new Int32Array(rows);
	let at = 0;
	for (const part of parts) {
		values.set(part.values, at);
		at += part.values.length;
	}
	return { ...parts[0]!, values, nulls: joinNulls(parts, rows) };
}

function joinLabels(parts: readonly LabelVector[]): LabelVector {
	const rows = parts.reduce((sum, { codes }) => sum + codes.length, 0);
	const codes = new Int32Array(rows);
	const lists: Texts[] = [];
	const bases = new Map<Texts, number>();
	let count = 0;
	let at = 0;
	for (const part of parts) {
		let base = bases.get(part.labels);
		if (base === undefined) {
			base = count;
			bases.set(part.labels, base);
			lists.push(part.labels);
			count += part.labels.starts.length;
		}
		for (let row = 0; row < part.codes.length; row++) {
			codes[at + row] = part.codes[row]! + base;
		}
		at += part.codes.length;
	}
	return {
		kind: 'labels',
		codes,
		labels: lists.length === 1 ? lists[0]! : joinLists(lists),
		nulls: joinNulls(parts, rows),
	};
}

function joinTexts(parts: readonly TextVector[]): TextVector {
	const rows = parts.reduce((sum, { starts }) => sum + starts.length, 0);
	return { kind: 'texts', ...joinLists(parts), nulls: joinNulls(parts, rows) };
}

/** Copies only what lies between the first and the last text of each. */
function joinLists(parts: readonly Texts[]): Texts {
	const count = parts.reduce((sum, { starts }) => sum + starts.length, 0);
	const size = parts.reduce((sum, { starts, ends }) => sum + ((ends.at(-1) ?? 0) - (starts[0] ?? 0)), 0);
	const bytes = new Uint8Array(limited(size));
	const starts = new Int32Array(count);
	const ends = new Int32Array(count);
	let at = 0;
	let offset = 0;
	for (const part of parts) {
		const from = part.starts[0] ?? 0;
		const to = part.ends.at(-1) ?? 0;
		bytes.set(part.bytes.subarray(from, to), offset);
		for (let place = 0; place < part.starts.length; place++, at++) {
			starts[at] = part.starts[place]! - from + offset;
			ends[at] = part.ends[place]! - from + offset;
		}
		offset += to - from;
	}
	return { bytes, starts, ends };
}

function joinNulls(parts: readonly { readonly nulls: Uint8Array | null }[] & readonly SourceVector[], rows: number) {
	if (parts.every(({ nulls }) => nulls === null)) {
		return null;
	}
	const flags = new Uint8Array(rows);
	let at = 0;
	for (const part of parts) {
		if (part.nulls) {
			flags.set(part.nulls, at);
		}
		at += vectorLength(part);
	}
	return flags;
}

function limited(bytes: number): number {
	if (bytes > MAX_TEXT_BYTES) {
		throw new Error('its texts are too long to be held in memory');
	}
	return bytes;
}
