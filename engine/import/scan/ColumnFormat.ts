import { assertNever } from '#shared/base/assertNever.ts';
import type { ColumnType } from '#shared/model/columnType.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** How the texts of one column are read; decided from samples, widened where the whole file proves them wrong. */
export type ColumnFormat =
	| {
			readonly kind: 'number';
			readonly type: 'integer' | 'decimal';
			/** Decimal places kept; a text with more places does not fit. */
			readonly scale: number;
			/** False reads plain doubles, with exponents and any number of places. */
			readonly isExact: boolean;
			/** Whether "007" is the number 7. Elsewhere leading zeros mark an identifier, which is text. */
			readonly allowsLeadingZeros: boolean;
			/** Whether commas group the digits before the point by three. */
			readonly hasThousands: boolean;
	  }
	| { readonly kind: 'date'; readonly order: DateOrder; /** Byte between the parts. */ readonly separator: number }
	| { readonly kind: 'timestamp' }
	| { readonly kind: 'boolean' }
	/** Text of few distinct values. */
	| { readonly kind: 'category' }
	| { readonly kind: 'text' };

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
