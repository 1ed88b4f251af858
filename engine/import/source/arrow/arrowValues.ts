import { DataType, Precision, TimeUnit, type Data, type Vector } from 'apache-arrow';
import type { ColumnType } from '#shared/model/columnType.ts';
import { isoDate } from '../../../columns/cellOf.ts';
import { decimalValue, integerValue, shortSingle, timeText } from '../sourceNumbers.ts';
import type { SourceValue } from '../TableReader.ts';

const DAY_MS = 86_400_000;
const PER_MILLISECOND = {
	[TimeUnit.MILLISECOND]: 1n,
	[TimeUnit.MICROSECOND]: 1000n,
	[TimeUnit.NANOSECOND]: 1_000_000n,
};
/** Of a column of nulls alone there is nothing that could prove a number of rows. */
const MAX_NULL_ROWS = 10_000_000;

/** Reads row `row` of the column it was made for; null for no value and for what is no number or day. */
export type ArrowRead = (row: number) => SourceValue;

/** What a column of an Arrow type holds; null for types that no table has: lists, structures, binary data, durations. */
export function arrowColumnType(type: DataType): ColumnType | null {
	if (DataType.isDictionary(type)) {
		return arrowColumnType(type.dictionary);
	}
	if (DataType.isInt(type)) {
		return 'integer';
	}
	if (DataType.isFloat(type) || DataType.isDecimal(type)) {
		return 'decimal';
	}
	if (DataType.isBool(type)) {
		return 'boolean';
	}
	if (DataType.isDate(type)) {
		return 'date';
	}
	if (DataType.isTimestamp(type)) {
		return 'timestamp';
	}
	const isText = DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isUtf8View(type);
	return isText || DataType.isTime(type) || DataType.isNull(type) ? 'text' : null;
}

/** Throws where the buffers are shorter than the rows they claim, which would read as silent nulls. */
export function arrowRead(vector: Vector, data: Data): ArrowRead {
	requireWhole(data);
	const read = readValue(vector, data);
	return data.nullCount === 0 && !DataType.isNull(data.type) ? read : (row) => (data.getValid(row) ? read(row) : null);
}

function readValue(vector: Vector, data: Data): ArrowRead {
	const { type } = data;
	if (DataType.isNull(type)) {
		return () => null;
	}
	if (DataType.isDecimal(type)) {
		return (row) => decimalValue(signedInteger(data, row), type.scale);
	}
	if (DataType.isFloat(type)) {
		const isSingle = type.precision !== Precision.DOUBLE;
		return (row) => finite(isSingle ? shortSingle(Number(vector.get(row))) : Number(vector.get(row)));
	}
	if (DataType.isDate(type)) {
		return (row) => {
			const day = Math.floor(Number(vector.get(row)) / DAY_MS);
			return Math.abs(day) <= 100_000_000 ? isoDate(day) : null;
		};
	}
	if (DataType.isTimestamp(type)) {
		return (row) => instantOf(asBigInt(data.values[row]), type.unit);
	}
	if (DataType.isTime(type)) {
		const per = type.unit === TimeUnit.SECOND ? 0.001 : Number(PER_MILLISECOND[type.unit]);
		return (row) => timeText(Number(vector.get(row)) / per);
	}
	return (row) => plain(vector.get(row));
}

function plain(value: unknown): SourceValue {
	if (typeof value === 'bigint') {
		return integerValue(value);
	}
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The dictionary of a column is read once, then its values are looked up by code. */
export function dictionaryRead(data: Data): ArrowRead {
	const dictionary = data.dictionary;
	if (!dictionary) {
		throw new Error('a dictionary is missing');
	}
	const values: SourceValue[] = [];
	for (const part of dictionary.data) {
		const read = arrowRead(dictionary.slice(values.length, values.length + part.length), part);
		for (let row = 0; row < part.length; row++) {
			values.push(read(row));
		}
	}
	requireWhole(data);
	const codes: ArrayLike<number | bigint> = data.values;
	return (row) => {
		if (!data.getValid(row)) {
			return null;
		}
		const value = values[Number(codes[row])];
		if (value === undefined) {
			throw new Error('a value is missing in its dictionary');
		}
		return value;
	};
}

/** Throws where a column holds fewer values than it claims, which would read as silent nulls. */
export function requireWhole(data: Data): void {
	const { type, length, values, valueOffsets, nullBitmap, children } = data;
	const isWhole = DataType.isNull(type)
		? length <= MAX_NULL_ROWS
		: DataType.isUtf8(type) || DataType.isLargeUtf8(type)
			? (length === 0 || valueOffsets.length > length) && Number(valueOffsets[length] ?? 0) <= values.length
			: DataType.isBool(type)
				? values.length * 8 >= length
				: values.length >= length * data.stride;
	const hasNulls = nullBitmap && nullBitmap.length > 0;
	if (!isWhole || children.length > 0 || (hasNulls && nullBitmap.length * 8 < length)) {
		throw new Error('it holds fewer values than it declares');
	}
}

/** Rounds down to the millisecond, also before 1970. Times without a zone are read as UTC. */
function instantOf(ticks: bigint, unit: TimeUnit): Date | null {
	const per = unit === TimeUnit.SECOND ? 1n : PER_MILLISECOND[unit];
	const scaled = unit === TimeUnit.SECOND ? ticks * 1000n : ticks;
	const date = new Date(Number(scaled >= 0n ? scaled / per : -((-scaled + per - 1n) / per)));
	return Number.isNaN(date.getTime()) ? null : date;
}

/** Little-endian two's complement of as many 32-bit words as the type has. */
function signedInteger({ values, stride }: Data, row: number): bigint {
	const words: ArrayLike<number> = values;
	let unsigned = 0n;
	for (let word = stride - 1; word >= 0; word--) {
		unsigned = (unsigned << 32n) | BigInt((words[row * stride + word] ?? 0) >>> 0);
	}
	return BigInt.asIntN(stride * 32, unsigned);
}

function asBigInt(value: unknown): bigint {
	return typeof value === 'bigint' ? value : BigInt(Number(value));
}

function finite(number: number): number | null {
	return Number.isFinite(number) ? number : null;
}
