import type { ColumnReading } from '#shared/model/importPlan.ts';
import type { ColumnFormat } from './scan/ColumnFormat.ts';

/** What of a format a plan has to keep so that the same format is chosen again; null where the usual reading does. */
export function readingOf(format: ColumnFormat): ColumnReading | null {
	switch (format.kind) {
		case 'number':
			return format.marks
				? {
						decimalMark: format.marks.decimal,
						groupMark: format.marks.group,
						...(format.marks.unit === '' ? {} : { unit: format.marks.unit }),
						...(format.marks.unit === '%' ? { percentAs: format.marks.isShare ? 'share' : 'points' } : {}),
					}
				: null;
		case 'date':
		case 'timestamp':
			switch (format.style) {
				case 'excel-1900':
				case 'excel-1904':
				case 'seconds':
				case 'milliseconds':
					return { dateCount: format.style };
				case 'iso':
				case 'names':
					return null;
				case 'numbers':
				case 'short':
				case 'midnight':
				case undefined:
					return format.order === undefined || (format.order === 'ymd' && format.style !== 'short')
						? null
						: { dateOrder: format.order };
			}
			return null;
		case 'text':
			return format.isVerbatim ? { keepsWords: true } : null;
		case 'boolean':
		case 'category':
			return null;
	}
}
