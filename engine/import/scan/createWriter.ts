import { assertNever } from '#shared/base/assertNever.ts';
import { CategoryWriter } from './CategoryWriter.ts';
import type { ColumnFormat } from './ColumnFormat.ts';
import type { ColumnWriter } from './ColumnWriter.ts';
import { DateWriter } from './DateWriter.ts';
import type { FailureLog } from './FailureLog.ts';
import { InstantWriter } from './InstantWriter.ts';
import { isBareNull, isNullField, isNullText } from './nullTokens.ts';
import { NumberWriter } from './NumberWriter.ts';
import type { ScanKernel } from './ScanKernel.ts';
import { TextWriter } from './TextWriter.ts';

export function createWriter(
	column: number,
	format: ColumnFormat,
	options: { readonly isWindows1252: boolean; readonly isKey: boolean; readonly kernel: ScanKernel | null },
	log: FailureLog,
): ColumnWriter {
	switch (format.kind) {
		case 'number':
			return new NumberWriter(column, format, log);
		case 'date':
			return new DateWriter(column, format, log);
		case 'timestamp':
		case 'boolean':
			return new InstantWriter(column, format, log);
		case 'category':
			return new CategoryWriter(column, options.isWindows1252, options.isKey, options.kernel);
		case 'text':
			return new TextWriter(
				column,
				options.isWindows1252,
				format.isVerbatim ? isBareNull : options.isKey ? isNullField : isNullText,
			);
		default:
			return assertNever(format);
	}
}
