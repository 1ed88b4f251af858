import type { Cell } from '#shared/model/columnType.ts';

const MAX_PLACES = 6;

/** A value as tables show it; figures that were computed lose places that nobody reads. Nothing for no value. */
export function valueText(value: Cell): string {
	if (value === null) {
		return '';
	}
	return typeof value === 'number' ? String(Number(value.toFixed(MAX_PLACES))) : String(value);
}
