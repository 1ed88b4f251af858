import type { SchemaElement } from 'hyparquet';
import type { ColumnType } from '#shared/model/columnType.ts';
import { isoDate } from '../../../columns/cellOf.ts';
import { decimalValue, integerValue, shortSingle, timeText } from '../sourceNumbers.ts';
import type { SourceValue } from '../TableReader.ts';

/** How the stored values of a column become values of a table. */
export interface ColumnValues {
	readonly type: ColumnType;
	/** The schema as the decoder should see it: without the meanings that are read here, where nothing is lost. */
	readonly element: SchemaElement;
	/** `raw` is what the decoder gives for `element`, never null. Null for values that no table can hold. */
	read(raw: unknown): SourceValue;
}

type Unit = 'MILLIS' | 'MICROS' | 'NANOS';

const PER_MILLISECOND: Readonly<Record<Unit, bigint>> = { MILLIS: 1n, MICROS: 1000n, NANOS: 1_000_000n };

/** Null for columns whose type no table has: structures, lists, maps, geometries, intervals. Times without a zone are read as UTC. */
export function columnValues(element: SchemaElement): ColumnValues | null {
	const { type, converted_type: converted, logical_type: logical } = element;
	const bare: SchemaElement = { ...element };
	delete bare.converted_type;
	delete bare.logical_type;
	if (logical?.type === 'DECIMAL' || converted === 'DECIMAL') {
		const scale = (logical?.type === 'DECIMAL' ? logical.scale : element.scale) ?? 0;
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

function fixedBytes(element: SchemaElement): ColumnValues {
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
