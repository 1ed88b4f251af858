import { assertNever } from '#shared/base/assertNever.ts';
import type { ColumnFormat } from './ColumnFormat.ts';

/** Why a value keeps its row from loading, as one sentence. */
export function describeFailure(column: string, value: string, format: ColumnFormat): string {
	return `"${value}" in column "${column}" is not ${expectation(format)}.`;
}

/** The kind of value a column holds, with its article. */
export function expectation(format: ColumnFormat): string {
	switch (format.kind) {
		case 'number':
			return format.type === 'integer' ? 'a whole number' : 'a number';
		case 'date':
			return `a date written like ${exampleOf(format.order, String.fromCharCode(format.separator))}`;
		case 'timestamp':
			return 'a date with time written like 2025-12-31 23:59:59';
		case 'boolean':
			return 'true or false';
		case 'category':
		case 'text':
			return 'text';
		default:
			return assertNever(format);
	}
}

function exampleOf(order: 'ymd' | 'dmy' | 'mdy', separator: string): string {
	const parts = { ymd: ['2025', '12', '31'], dmy: ['31', '12', '2025'], mdy: ['12', '31', '2025'] };
	return parts[order].join(separator);
}
