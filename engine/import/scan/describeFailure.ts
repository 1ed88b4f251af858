import { assertNever } from '#shared/base/assertNever.ts';
import type { ColumnFormat, DateOrder, DateStyle, NumberMarks } from './ColumnFormat.ts';
import type { FailedRow } from './FailureLog.ts';
import { NULL_TOKENS } from './nullTokens.ts';
import type { ScanPlan } from './ScanPlan.ts';

/** Why a row cannot be loaded. */
export function failureReason(
	row: FailedRow,
	{ columns, keyColumn, isWindows1252 }: Pick<ScanPlan, 'columns' | 'keyColumn' | 'isWindows1252'>,
): string {
	if (row.column === null) {
		return 'The row holds bytes that are not UTF-8 text.';
	}
	const planned = columns[row.column];
	if (!planned) {
		return 'The row has a value after its last column.';
	}
	const value = new TextDecoder(isWindows1252 ? 'windows-1252' : 'utf-8').decode(row.value);
	const isEmptyKey = row.column === keyColumn && NULL_TOKENS.includes(value);
	return isEmptyKey
		? `The customer key in column "${planned.name}" is empty.`
		: describeFailure(planned.name, value, planned.format);
}

/** Why a value keeps its row from loading, as one sentence. */
export function describeFailure(column: string, value: string, format: ColumnFormat): string {
	return `"${value}" in column "${column}" is not ${expectation(format)}.`;
}

/** The kind of value a column holds, with its article. */
export function expectation(format: ColumnFormat): string {
	switch (format.kind) {
		case 'number': {
			const example = format.marks ? ` written like ${exampleNumber(format.marks, format.type)}` : '';
			return `${format.type === 'integer' ? 'a whole number' : 'a number'}${example}`;
		}
		case 'date':
			return `a date written like ${exampleDate(format.style ?? 'numbers', format.order, format.separator)}`;
		case 'timestamp':
			return `a date with time written like ${exampleTime(format.style ?? 'iso', format.order ?? 'ymd', format.separator ?? 45)}`;
		case 'boolean':
			return 'true or false';
		case 'category':
		case 'text':
			return 'text';
		default:
			return assertNever(format);
	}
}

function exampleNumber({ decimal, group, unit }: NumberMarks, type: 'integer' | 'decimal'): string {
	const number = `1${group}234${type === 'decimal' ? `${decimal}50` : ''}`;
	return unit === '' ? number : /^[$£¥]$/.test(unit) ? unit + number : `${number} ${unit}`;
}

function exampleDate(style: DateStyle, order: DateOrder, separator: number): string {
	switch (style) {
		case 'numbers':
		case 'midnight':
		case 'short': {
			const year = style === 'short' ? '25' : '2025';
			const parts = { ymd: [year, '12', '31'], dmy: ['31', '12', year], mdy: ['12', '31', year] };
			return parts[order].join(separator === 0 ? '' : String.fromCharCode(separator));
		}
		case 'names':
			return '31 December 2025';
		case 'excel-1900':
			return '46022 (a day of Excel)';
		case 'excel-1904':
			return '44560 (a day of Excel since 1904)';
		default:
			return assertNever(style);
	}
}

function exampleTime(style: string, order: DateOrder, separator: number): string {
	switch (style) {
		case 'seconds':
			return '1767225599 (seconds since 1970)';
		case 'milliseconds':
			return '1767225599000 (milliseconds since 1970)';
		case 'excel-1900':
		case 'excel-1904':
			return `${style === 'excel-1900' ? 46_022 : 44_560}.5 (days of Excel)`;
		case 'names':
			return '31 December 2025 23:59:59';
		default:
			return `${exampleDate(style === 'short' ? 'short' : 'numbers', order, separator)} 23:59:59`;
	}
}
