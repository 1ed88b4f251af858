import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Bitmap } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';
import type { Outcome } from '../Outcome.ts';
import { domainOf, domainTruths } from './domainOf.ts';
import { fieldsOf } from './fieldsOf.ts';
import { rowsInTable } from './rowsInTable.ts';

/**
 * Any condition on a single field of few possible values (labels, true/false, small whole numbers, dates): decided once per value,
 * then looked up per row. null where there are several fields or too many values.
 */
export function domainPredicate(typed: TypedRule, frame: Frame): Outcome | null {
	const [name, ...others] = fieldsOf(typed);
	const column = name === undefined || others.length > 0 ? undefined : frame.columns.get(name);
	const domain = column ? domainOf(column) : null;
	if (!column || !domain) {
		return null;
	}
	const { isTrue, isFalse, missing } = domainTruths(typed, domain, column.nulls !== null, frame.asOfDay);
	const lookUp = (table: Uint8Array, isMissingIn: boolean): Bitmap =>
		withMissing(rowsInTable(domain.codes, column.length, domain.base, table), column.nulls, isMissingIn);
	return { isTrue: lookUp(isTrue, missing === 1), isFalse: lookUp(isFalse, missing === 0) };
}

/** Rows without a value take the one outcome of "no value", whatever their slot holds. */
function withMissing(bits: Bitmap, nulls: Bitmap | null, isIn: boolean): Bitmap {
	for (let word = 0; nulls && word < bits.length; word++) {
		bits[word] = isIn ? bits[word]! | nulls[word]! : bits[word]! & ~nulls[word]!;
	}
	return bits;
}
