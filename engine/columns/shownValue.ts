import { isoDate, isoInstant } from './cellOf.ts';
import type { Column } from './Column.ts';

/** A value as it is stored (minor units, days, milliseconds, 0/1) as the summary of its column shows it; null for text. */
export function shownValue(value: number | null, kind: Column['kind'], scale: number): string | number | null {
	if (value === null) {
		return null;
	}
	switch (kind) {
		case 'number':
			return value / 10 ** scale;
		case 'date':
			return isoDate(value);
		case 'timestamp':
			return isoInstant(value);
		case 'boolean':
			return value;
		case 'category':
		case 'text':
			return null;
	}
}
