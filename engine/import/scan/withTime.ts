import type { DateFormat, TimestampFormat } from './ColumnFormat.ts';

/** The format of dates written the same way with a time behind them. */
export function withTime({ order, separator, style = 'numbers' }: DateFormat): TimestampFormat {
	switch (style) {
		case 'numbers':
		case 'midnight':
			return order === 'ymd' && separator === 45
				? { kind: 'timestamp' }
				: { kind: 'timestamp', style: 'numbers', order, separator };
		case 'short':
			return { kind: 'timestamp', style, order, separator };
		case 'names':
		case 'excel-1900':
		case 'excel-1904':
			return { kind: 'timestamp', style };
	}
}
