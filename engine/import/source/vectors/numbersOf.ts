import { assertNever } from '#shared/base/assertNever.ts';
import type { ColumnFormat, NumberFormat } from '../../scan/ColumnFormat.ts';
import { dayNumber } from '../../scan/dayNumber.ts';
import { MAX_DIGITS } from '../../scan/parseNumber.ts';
import type { NumberVector, SourceVector, ValueVector } from './SourceVector.ts';

/** Values as a column of the format stores them; flags as in NumberVector. */
export interface StoredNumbers {
	readonly values: Int32Array | Float64Array;
	readonly nulls: Uint8Array | null;
}

const DAY_MS = 86_400_000;
/** Whole numbers below it have no more digits than text may have to be a number. */
const LIMIT = 10 ** MAX_DIGITS;
const FIRST_DAY = dayNumber(1, 1, 1);
const LAST_DAY = dayNumber(9999, 12, 31);

/**
 * The numbers, days or instants of a vector in a column of the given format, where they are what the texts of the values would be
 * read as. Null where only the texts tell (see writeTexts): another kind of value, marks, digits that do not fit.
 */
export function numbersOf(vector: SourceVector, format: ColumnFormat): StoredNumbers | null {
	const numbers = vector.kind === 'values' ? plainValues(vector, format) : vector;
	if (numbers?.kind !== 'numbers') {
		return null;
	}
	const { meaning } = numbers;
	switch (format.kind) {
		case 'number':
			return format.marks === null && (meaning === 'integer' || meaning === 'decimal' || meaning === 'double')
				? amounts(numbers, format)
				: null;
		case 'date': {
			const isUsual = format.order === 'ymd' && format.separator === 45;
			const style = format.style ?? 'numbers';
			if (!isUsual || (style !== 'numbers' && style !== 'midnight')) {
				return null;
			}
			const perDay = meaning === 'date' ? 1 : meaning === 'timestamp' && style === 'midnight' ? DAY_MS : null;
			return perDay && mapped(numbers, (value) => (value % perDay === 0 ? inYears(value / perDay) : NaN));
		}
		case 'timestamp':
			return meaning === 'timestamp' && (format.style ?? 'iso') === 'iso'
				? mapped(numbers, (value) => (Number.isNaN(inYears(Math.floor(value / DAY_MS))) ? NaN : value))
				: null;
		case 'boolean':
			return meaning === 'boolean' ? numbers : null;
		case 'category':
		case 'text':
			return null;
		default:
			return assertNever(format);
	}
}

function inYears(day: number): number {
	return day >= FIRST_DAY && day <= LAST_DAY ? day : NaN;
}

function amounts(numbers: NumberVector, { scale, isExact }: NumberFormat): StoredNumbers | null {
	const { meaning, values } = numbers;
	if (!isExact) {
		const power = 10 ** numbers.scale;
		return mapped(numbers, (value) => (Math.abs(value) < LIMIT ? value / power : NaN));
	}
	if (meaning === 'double') {
		const power = 10 ** scale;
		return mapped(numbers, (value) => {
			const units = Math.round(value * power);
			return units / power === value && Math.abs(units) < LIMIT ? units : NaN;
		});
	}
	if (scale === numbers.scale && values instanceof Int32Array) {
		return numbers;
	}
	const power = 10 ** Math.abs(scale - numbers.scale);
	return scale >= numbers.scale
		? mapped(numbers, (value) => (Math.abs(value * power) < LIMIT ? value * power : NaN))
		: mapped(numbers, (value) => (value % power === 0 ? value / power : NaN));
}

/** Null as soon as one value has none, which NaN says. */
function mapped({ values, nulls }: NumberVector, map: (value: number) => number): StoredNumbers | null {
	const found = new Float64Array(values.length);
	for (let row = 0; row < values.length; row++) {
		if (nulls === null || nulls[row] === 0) {
			const value = map(values[row]!);
			if (Number.isNaN(value)) {
				return null;
			}
			// There is no negative nought in a table.
			found[row] = value + 0;
		}
	}
	return { values: found, nulls };
}

/** Values that are all of the one kind that the format asks for. */
function plainValues({ values }: ValueVector, format: ColumnFormat): NumberVector | null {
	const meaning =
		format.kind === 'number' ? 'double' : format.kind === 'timestamp' || format.kind === 'boolean' ? format.kind : null;
	if (meaning === null) {
		return null;
	}
	const found = new Float64Array(values.length);
	let nulls: Uint8Array | null = null;
	for (const [row, value] of values.entries()) {
		if (value === null) {
			nulls ??= new Uint8Array(values.length);
			nulls[row] = 1;
		} else if (meaning === 'double' && typeof value === 'number') {
			found[row] = value;
		} else if (meaning === 'boolean' && typeof value === 'boolean') {
			found[row] = value ? 1 : 0;
		} else if (meaning === 'timestamp' && value instanceof Date) {
			found[row] = value.getTime();
		} else {
			return null;
		}
	}
	return { kind: 'numbers', meaning, scale: 0, values: found, nulls };
}
