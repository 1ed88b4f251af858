import type { FrameField } from '#shared/model/frameField.ts';
import type { Bitmap, Column } from '../../../engine/columns/Column.ts';
import type { Frame } from '../../../engine/frame/Frame.ts';

/** A cell as the reference sees it: whole numbers of a scale as bigint, doubles as number. */
export type SampleCell = bigint | number | string | boolean | null;
export type SampleRow = Readonly<Record<string, SampleCell>>;

export interface SampleField {
	readonly name: string;
	readonly kind: 'exact' | 'double' | 'date' | 'moment' | 'boolean' | 'category' | 'text';
	/** Decimal places of an exact number. */
	readonly scale: number;
	readonly storage: 'int32' | 'float64';
}

const exact = { kind: 'exact', storage: 'int32' } as const;
/** Every way in which a column can be stored. */
export const sampleFields: readonly SampleField[] = [
	{ ...exact, name: 'visits', scale: 0 },
	{ ...exact, name: 'spend', scale: 2 },
	{ ...exact, name: 'wide', scale: 0 },
	{ ...exact, name: 'lifetime', scale: 2, storage: 'float64' },
	{ name: 'score', kind: 'double', scale: 0, storage: 'float64' },
	{ name: 'first_seen', kind: 'date', scale: 0, storage: 'int32' },
	{ name: 'last seen', kind: 'date', scale: 0, storage: 'int32' },
	{ name: 'signed_up_at', kind: 'moment', scale: 0, storage: 'float64' },
	{ name: 'member', kind: 'boolean', scale: 0, storage: 'int32' },
	{ name: 'active', kind: 'boolean', scale: 0, storage: 'int32' },
	{ name: 'country', kind: 'category', scale: 0, storage: 'int32' },
	{ name: 'tier', kind: 'category', scale: 0, storage: 'int32' },
	{ name: 'city', kind: 'text', scale: 0, storage: 'int32' },
];

export const words = ['', 'A', 'a', 'ab', 'Abba', 'b', 'Österreich', 'aaa', '日本', '𝒳', '\uffff', "it's"];
/** 2024-02-29, a day with few equals a month earlier or later. */
export const AS_OF_DAY = 19_782;

/** Deterministic in (seed, length). Values repeat often, so that equality is met; about a fifth of most columns is missing. */
export function sampleFrame(
	seed: number,
	length: number,
): { readonly frame: Frame; readonly rows: readonly SampleRow[] } {
	let state = seed >>> 0;
	const random = (below: number): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	const rows = Array.from({ length }, (): SampleRow =>
		Object.fromEntries(sampleFields.map((field) => [field.name, sampleCell(field, random)])),
	);
	const fields = sampleFields.map((field): FrameField => ({
		name: field.name,
		type: typeOf(field),
		origin: 'attribute',
		description: '',
		unit: null,
		nulls: rows.filter((row) => row[field.name] === null).length,
		values: [],
	}));
	const columns = new Map(sampleFields.map((field) => [field.name, columnOf(field, rows)]));
	const frame: Frame = { length, asOfDay: AS_OF_DAY, fields, columns, customerId: (row) => `C${row}` };
	return { frame, rows };
}

function sampleCell(field: SampleField, random: (below: number) => number): SampleCell {
	const isComplete =
		field.name === 'wide' || field.name === 'last seen' || field.name === 'active' || field.name === 'tier';
	if (!isComplete && random(5) === 0) {
		return null;
	}
	switch (field.kind) {
		case 'exact': {
			const spread = { visits: 7, spend: 900, wide: 2_000_000, lifetime: 3_000_000_000 }[field.name] ?? 1;
			return BigInt(random(spread) - Math.floor(spread / 3));
		}
		case 'double':
			return (random(200) - 100) / 8;
		case 'date':
			return AS_OF_DAY - random(random(2) === 0 ? 5 : 900);
		case 'moment':
			return (AS_OF_DAY - random(120)) * 86_400_000 + random(4) * 21_600_000;
		case 'boolean':
			return random(2) === 1;
		case 'category':
			return words[random(5)]!;
		case 'text':
			return words[random(words.length)]! + (random(3) === 0 ? words[random(words.length)]! : '');
	}
}

function typeOf(field: SampleField): FrameField['type'] {
	switch (field.kind) {
		case 'exact':
			return field.scale === 0 ? 'integer' : 'decimal';
		case 'double':
			return 'decimal';
		case 'moment':
			return 'timestamp';
		case 'category':
			return 'text';
		case 'date':
		case 'boolean':
		case 'text':
			return field.kind;
	}
}

function columnOf(field: SampleField, rows: readonly SampleRow[]): Column {
	const cells = rows.map((row) => row[field.name] ?? null);
	const { length } = cells;
	const nulls = nullsOf(cells);
	const numbers = cells.map(Number);
	switch (field.kind) {
		case 'exact':
		case 'double': {
			const values = field.storage === 'int32' ? Int32Array.from(numbers) : Float64Array.from(numbers);
			const isExact = field.kind === 'exact';
			const type = field.scale === 0 && isExact ? 'integer' : 'decimal';
			return { kind: 'number', type, values, scale: field.scale, isExact, length, nulls };
		}
		case 'date':
			return { kind: 'date', type: 'date', values: Int32Array.from(numbers), length, nulls };
		case 'moment':
			return { kind: 'timestamp', type: 'timestamp', values: Float64Array.from(numbers), length, nulls };
		case 'boolean':
			return { kind: 'boolean', type: 'boolean', values: Uint8Array.from(numbers), length, nulls };
		case 'category': {
			const labels = [...new Set(cells.filter((cell) => typeof cell === 'string'))];
			const codes = Uint8Array.from(cells, (cell) => (typeof cell === 'string' ? labels.indexOf(cell) : 0));
			return { kind: 'category', type: 'text', codes, labels, length, nulls };
		}
		case 'text': {
			const texts = cells.map((cell) => Buffer.from(typeof cell === 'string' ? cell : ''));
			const offsets = new Int32Array(length + 1);
			texts.forEach((text, row) => (offsets[row + 1] = offsets[row]! + text.length));
			return { kind: 'text', type: 'text', offsets, bytes: new Uint8Array(Buffer.concat(texts)), length, nulls };
		}
	}
}

function nullsOf(cells: readonly SampleCell[]): Bitmap | null {
	const bits = new Uint32Array((cells.length + 31) >>> 5);
	cells.forEach((cell, row) => (bits[row >>> 5]! |= cell === null ? 1 << (row & 31) : 0));
	return cells.includes(null) ? bits : null;
}
