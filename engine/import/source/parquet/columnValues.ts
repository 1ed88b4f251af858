import type { SchemaElement } from 'hyparquet';
import type { ColumnType } from '#shared/model/columnType.ts';
import { isoDate } from '../../../columns/cellOf.ts';
import type { NumberMeaning } from '../vectors/SourceVector.ts';
import type { NumberLayout } from './plainValues.ts';
import { decimalValue, integerValue, shortSingle, timeText } from '../sourceNumbers.ts';
import type { SourceValue } from '../TableReader.ts';

/** A column whose usual pages are read without hyparquet (see PageValues). */
export interface PlainColumn extends NumberLayout {
	/** Of everything but BYTE_ARRAY, which holds texts. */
	readonly meaning: NumberMeaning;
	/** Of decimals; 0 for everything else. */
	readonly scale: number;
}

/** How the stored values of a column become values of a table. */
export interface ColumnValues {
	readonly type: ColumnType;
	/** The schema as the decoder should see it: without the meanings that are read here, where nothing is lost. */
	readonly element: SchemaElement;
	/** `raw` is what the decoder gives for `element`, never null. Null for values that no table can hold. */
	read(raw: unknown): SourceValue;
	readonly plain: PlainColumn | null;
}

type Unit = 'MILLIS' | 'MICROS' | 'NANOS';

const PER_MILLISECOND: Readonly<Record<Unit, bigint>> = { MILLIS: 1n, MICROS: 1000n, NANOS: 1_000_000n };

/** Null for columns whose type no table has: structures, lists, maps, geometries, intervals. Times without a zone are read as UTC. */
export function columnValues(element: SchemaElement): ColumnValues | null {
	const values = valuesOf(element);
	return values && { ...values, plain: plainColumn(element, values.type) };
}

/** Vectors hold decimals of so many places. */
const MAX_SCALE = 22;

function plainColumn(element: SchemaElement, columnType: ColumnType): PlainColumn | null {
	const { type, converted_type: converted, logical_type: logical, type_length: width = 0 } = element;
	const bare = { ticks: 1, width, scale: 0 };
	if (columnType === 'text') {
		return type === 'BYTE_ARRAY' ? { ...bare, type, meaning: 'integer' } : null;
	}
	if (logical?.type === 'DECIMAL' || converted === 'DECIMAL') {
		const scale = decimalScale(element);
		const isPlain = type === 'INT32' || type === 'INT64' || (type === 'FIXED_LEN_BYTE_ARRAY' && width > 0);
		return isPlain && scale >= 0 && scale <= MAX_SCALE ? { ...bare, type, meaning: 'decimal', scale } : null;
	}
	const instant = instantUnit(element);
	if (instant !== null) {
		return { ...bare, type: 'INT64', meaning: 'timestamp', ticks: Number(PER_MILLISECOND[instant]) };
	}
	switch (type) {
		case 'INT32':
		case 'INT64': {
			const isUnsigned = converted?.startsWith('UINT') || (logical?.type === 'INTEGER' && !logical.isSigned);
			return isUnsigned ? null : { ...bare, type, meaning: columnType === 'date' ? 'date' : 'integer' };
		}
		case 'FLOAT':
		case 'DOUBLE':
			return { ...bare, type, meaning: 'double' };
		case 'BOOLEAN':
			return { ...bare, type, meaning: 'boolean' };
		case 'INT96':
		case 'BYTE_ARRAY':
		case 'FIXED_LEN_BYTE_ARRAY':
		case undefined:
			return null;
	}
}

function valuesOf(element: SchemaElement): Omit<ColumnValues, 'plain'> | null {
	const { type, converted_type: converted, logical_type: logical } = element;
	const bare: SchemaElement = { ...element };
	delete bare.converted_type;
	delete bare.logical_type;
	if (logical?.type === 'DECIMAL' || converted === 'DECIMAL') {
		const scale = decimalScale(element);
		return { type: 'decimal', element: bare, read: (raw) => decimalValue(unscaled(raw), scale) };
	}
	if (logical?.type === 'DATE' || converted === 'DATE') {
		return { type: 'date', element: bare, read: (raw) => dayText(Number(raw)) };
	}
	const instant = instantUnit(element);
	if (instant !== null) {
		return {
			type: 'timestamp',
			element: bare,
			read: (raw) => (typeof raw === 'bigint' ? instantOf(raw, instant) : null),
		};
	}
	const time = timeUnit(element);
	if (time !== null) {
		return { type: 'text', element: bare, read: (raw) => timeText(Number(raw) / Number(PER_MILLISECOND[time])) };
	}
	switch (type) {
		case 'BOOLEAN':
			return { type: 'boolean', element, read: (raw) => raw === true };
		case 'INT32':
		case 'INT64':
			return { type: 'integer', element, read: (raw) => (typeof raw === 'bigint' ? integerValue(raw) : Number(raw)) };
		case 'INT96':
			return {
				type: 'timestamp',
				element: bare,
				read: (raw) => (raw instanceof Date && !Number.isNaN(raw.getTime()) ? raw : null),
			};
		case 'FLOAT':
			return { type: 'decimal', element, read: (raw) => finite(shortSingle(Number(raw))) };
		case 'DOUBLE':
			return { type: 'decimal', element, read: (raw) => finite(Number(raw)) };
		case 'FIXED_LEN_BYTE_ARRAY':
			return fixedBytes(element);
		case 'BYTE_ARRAY':
			return isText(element) ? { type: 'text', element, read: textOf } : null;
		case undefined:
			return null;
	}
}

function decimalScale({ logical_type: logical, scale }: SchemaElement): number {
	return (logical?.type === 'DECIMAL' ? logical.scale : scale) ?? 0;
}

function fixedBytes(element: SchemaElement): Omit<ColumnValues, 'plain'> {
	const meaning = element.logical_type?.type;
	if (meaning === 'FLOAT16') {
		return { type: 'decimal', element, read: (raw) => finite(Number(raw)) };
	}
	return {
		type: 'text',
		element,
		read: meaning === 'UUID' ? textOf : (raw) => (raw instanceof Uint8Array ? Buffer.from(raw).toString('hex') : null),
	};
}

/** Bytes without a meaning are read as text, as every tool does, since old writers left the meaning out. */
function isText({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
	const isKnown = converted === undefined || converted === 'UTF8' || converted === 'ENUM' || converted === 'JSON';
	return isKnown && (logical === undefined || ['STRING', 'ENUM', 'JSON', 'NULL'].includes(logical.type));
}

function instantUnit({ type, converted_type: converted, logical_type: logical }: SchemaElement): Unit | null {
	if (type !== 'INT64') {
		return null;
	}
	if (logical?.type === 'TIMESTAMP') {
		return logical.unit;
	}
	return converted === 'TIMESTAMP_MILLIS' ? 'MILLIS' : converted === 'TIMESTAMP_MICROS' ? 'MICROS' : null;
}

function timeUnit({ converted_type: converted, logical_type: logical }: SchemaElement): Unit | null {
	if (logical?.type === 'TIME') {
		return logical.unit;
	}
	return converted === 'TIME_MILLIS' ? 'MILLIS' : converted === 'TIME_MICROS' ? 'MICROS' : null;
}

/** Rounds down to the millisecond, also before 1970. */
function instantOf(ticks: bigint, unit: Unit): Date | null {
	const per = PER_MILLISECOND[unit];
	const floor = ticks >= 0n ? ticks / per : -((-ticks + per - 1n) / per);
	const date = new Date(Number(floor));
	return Number.isNaN(date.getTime()) ? null : date;
}

function dayText(day: number): string | null {
	return Math.abs(day) <= 100_000_000 ? isoDate(day) : null;
}

/** Decimals stand as integers or as big-endian two's complement. */
function unscaled(raw: unknown): bigint {
	if (raw instanceof Uint8Array) {
		return raw.length === 0 ? 0n : BigInt.asIntN(raw.length * 8, BigInt(`0x${Buffer.from(raw).toString('hex')}`));
	}
	return typeof raw === 'bigint' ? raw : BigInt(Number(raw));
}

function finite(number: number): number | null {
	return Number.isFinite(number) ? number : null;
}

function textOf(raw: unknown): string | null {
	return typeof raw === 'string' ? raw : null;
}
