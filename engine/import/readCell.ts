import { assertNever } from '#shared/base/assertNever.ts';
import type { Cell } from '#shared/model/columnType.ts';
import { isoDate, isoInstant } from '../columns/cellOf.ts';
import type { ColumnFormat } from './scan/ColumnFormat.ts';
import { isNullWord, NULL_TOKENS } from './scan/nullTokens.ts';
import { parseBoolean } from './scan/parseBoolean.ts';
import { NO_DAY, parseDate, parseTimestamp } from './scan/parseDate.ts';
import { parseNumber } from './scan/parseNumber.ts';

/** One text of a preview as it would load; null where it has no value or does not fit. */
export function readCell(text: string, isQuoted: boolean, format: ColumnFormat): Cell {
	const isText = format.kind === 'category' || format.kind === 'text';
	if (text === '' || (isText ? isNoText(text, format) && !isQuoted : isNullWord(text))) {
		return null;
	}
	switch (format.kind) {
		case 'number': {
			const units = parseNumber(text, format);
			return typeof units === 'number' ? units / 10 ** format.scale : null;
		}
		case 'date': {
			const day = parseDate(text, format.order, format.separator, format.style);
			return day === NO_DAY ? null : isoDate(day);
		}
		case 'timestamp': {
			const ms = parseTimestamp(text, format);
			return Number.isNaN(ms) ? null : isoInstant(ms);
		}
		case 'boolean': {
			const bytes = Buffer.from(text);
			const value = parseBoolean(bytes, 0, bytes.length);
			return Number.isNaN(value) ? null : value === 1;
		}
		case 'category':
		case 'text':
			return text;
		default:
			return assertNever(format);
	}
}

function isNoText(text: string, format: ColumnFormat): boolean {
	return format.kind === 'text' && format.isVerbatim ? text === 'NULL' : NULL_TOKENS.includes(text);
}
