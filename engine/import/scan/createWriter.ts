import { assertNever } from '#shared/base/assertNever.ts';
import { CategoryWriter } from './CategoryWriter.ts';
import type { ColumnFormat } from './ColumnFormat.ts';
import type { ColumnWriter } from './ColumnWriter.ts';
import { DateWriter } from './DateWriter.ts';
import type { FailureLog } from './FailureLog.ts';
import { InstantWriter } from './InstantWriter.ts';
import { NumberWriter } from './NumberWriter.ts';
import { TextWriter } from './TextWriter.ts';

export function createWriter(
	column: number,
	format: ColumnFormat,
	options: { readonly isWindows1252: boolean; readonly isKey: boolean },
	log: FailureLog,
): ColumnWriter {
	switch (format.kind) {
		case 'number':
			return new NumberWriter(column, format, log);
		case 'date':
			return new DateWriter(column, format.order, format.separator, log);
		case 'timestamp':
		case 'boolean':
			return new InstantWriter(column, format.kind, log);
		case 'category':
			return new CategoryWriter(column, options.isWindows1252, options.isKey);
		case 'text':
			return new TextWriter(column, options.isWindows1252, options.isKey);
		default:
			return assertNever(format);
	}
}
