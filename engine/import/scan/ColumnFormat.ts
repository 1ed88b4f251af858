import { assertNever } from '#shared/base/assertNever.ts';
import type { ColumnType } from '#shared/model/columnType.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** What stands in the numbers of a column besides digits, a sign and a decimal point. */
export interface NumberMarks {
	readonly decimal: '.' | ',';
	/** Between groups of three digits; a space stands for every kind of space, `'` for every apostrophe. */
	readonly group: '' | ',' | '.' | "'" | ' ';
	/** Currency sign or code, or %, that may stand before or after the number; empty for none. */
	readonly unit: string;
	/** Whether "12 %" is 0.12; then every number must have the unit. */
	readonly isShare: boolean;
}

/**
 * How a date is written.
 * - `numbers`: day, month and four digits of a year, in the order and with the separator of the format
 * - `short`: the same, with two digits of a year allowed
 * - `names`: with the name of the month, in any order
 * - `midnight`: a date with or without a time that is midnight, its offset left aside
 * - `excel-1900`, `excel-1904`: days of one of Excel's calendars
 */
export type DateStyle = 'numbers' | 'short' | 'names' | 'midnight' | 'excel-1900' | 'excel-1904';

/** As DateStyle, with a time; `iso` is ISO 8601, `seconds` and `milliseconds` count from 1970 in UTC. */
export type TimestampStyle =
	'iso' | 'numbers' | 'short' | 'names' | 'excel-1900' | 'excel-1904' | 'seconds' | 'milliseconds';

export interface NumberFormat {
	readonly kind: 'number';
	readonly type: 'integer' | 'decimal';
	/** Decimal places kept; a text with more places does not fit. */
	readonly scale: number;
	/** False reads plain doubles, with exponents and any number of places. */
	readonly isExact: boolean;
	/** Whether "007" is the number 7. Elsewhere leading zeros mark an identifier, which is text. */
	readonly allowsLeadingZeros: boolean;
	/** Null for plain numbers with a decimal point. */
	readonly marks: NumberMarks | null;
}

export interface DateFormat {
	readonly kind: 'date';
	readonly order: DateOrder;
	/** Byte between the parts, 0 for eight digits without any. */
	readonly separator: number;
	/** Absent: `numbers`. */
	readonly style?: DateStyle;
}

export interface TimestampFormat {
	readonly kind: 'timestamp';
	/** Absent: `iso`. */
	readonly style?: TimestampStyle;
	/** Of `numbers` and `short`. */
	readonly order?: DateOrder;
	readonly separator?: number;
}

/** How the texts of one column are read; decided from samples, widened where the whole file proves them wrong. */
export type ColumnFormat =
	| NumberFormat
	| DateFormat
	| TimestampFormat
	| { readonly kind: 'boolean' }
	/** Text of few distinct values. */
	| { readonly kind: 'category' }
	| {
			readonly kind: 'text';
			/** Texts as they stand: only an empty field and a bare NULL are no value. */ readonly isVerbatim?: boolean;
	  };

export function typeOfFormat(format: ColumnFormat): ColumnType {
	switch (format.kind) {
		case 'number':
			return format.type;
		case 'date':
		case 'timestamp':
		case 'boolean':
			return format.kind;
		case 'category':
		case 'text':
			return 'text';
		default:
			return assertNever(format);
	}
}
