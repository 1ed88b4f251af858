import type {
	BooleanColumn,
	CategoryColumn,
	DateColumn,
	NumberColumn,
	TextColumn,
	TimestampColumn,
} from '../../../engine/columns/Column.ts';

/** Columns of a few rows; null is a missing value, whose slot holds 0. */
function bitmapOf(values: readonly unknown[]): Uint32Array | null {
	if (!values.includes(null)) {
		return null;
	}
	const words = new Uint32Array((values.length + 31) >>> 5);
	for (const [row, value] of values.entries()) {
		if (value === null) {
			words[row >>> 5]! |= 1 << (row & 31);
		}
	}
	return words;
}

const shape = (values: readonly unknown[]) => ({ length: values.length, nulls: bitmapOf(values) });

/** `values` in minor units of `scale`. */
export function numbers(values: readonly (number | null)[], scale = 0): NumberColumn {
	return {
		kind: 'number',
		type: scale === 0 ? 'integer' : 'decimal',
		...shape(values),
		values: Int32Array.from(values, (value) => value ?? 0),
		scale,
		isExact: true,
	};
}

export function dates(days: readonly (number | null)[]): DateColumn {
	return { kind: 'date', type: 'date', ...shape(days), values: Int32Array.from(days, (day) => day ?? 0) };
}

export function timestamps(times: readonly (string | null)[]): TimestampColumn {
	const values = Float64Array.from(times, (time) => (time === null ? 0 : Date.parse(time)));
	return { kind: 'timestamp', type: 'timestamp', ...shape(times), values };
}

export function booleans(values: readonly (boolean | null)[]): BooleanColumn {
	return { kind: 'boolean', type: 'boolean', ...shape(values), values: Uint8Array.from(values, Number) };
}

export function categories(values: readonly (string | null)[]): CategoryColumn {
	const labels = [...new Set(values.filter((value) => value !== null))];
	const codes = Uint8Array.from(values, (value) => (value === null ? 0 : labels.indexOf(value)));
	return { kind: 'category', type: 'text', ...shape(values), codes, labels };
}

export function texts(values: readonly (string | null)[]): TextColumn {
	const encoded = values.map((value) => new TextEncoder().encode(value ?? ''));
	const offsets = new Int32Array(values.length + 1);
	for (const [row, bytes] of encoded.entries()) {
		offsets[row + 1] = offsets[row]! + bytes.length;
	}
	const bytes = new Uint8Array(new SharedArrayBuffer(offsets.at(-1)!));
	for (const [row, part] of encoded.entries()) {
		bytes.set(part, offsets[row]);
	}
	return { kind: 'text', type: 'text', ...shape(values), offsets, bytes };
}
