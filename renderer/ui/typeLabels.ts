import type { ColumnType } from '#shared/model/columnType.ts';

/** Column types in the words of the screens. */
export const typeLabels: Readonly<Record<ColumnType, string>> = {
	integer: 'Whole number',
	decimal: 'Decimal',
	date: 'Date',
	timestamp: 'Date and time',
	boolean: 'Yes or no',
	text: 'Text',
};

/** Codicon names of the types. */
export const typeIcons: Readonly<Record<ColumnType, string>> = {
	integer: 'symbol-numeric',
	decimal: 'symbol-numeric',
	date: 'calendar',
	timestamp: 'clock',
	boolean: 'symbol-boolean',
	text: 'symbol-string',
};
