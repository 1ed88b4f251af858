/** The numbers behind a chart, for those who want to read, copy or hear them. */
export interface ChartTable {
	readonly columns: readonly TableColumn[];
	readonly rows: readonly (readonly TableCell[])[];
}

export interface TableColumn {
	readonly label: string;
	readonly isNumeric: boolean;
}

export interface TableCell {
	/** As people read it. */
	readonly text: string;
	/** As another program reads it: numbers unrounded, shares 0 to 1; null for no value. */
	readonly raw: string | number | null;
}

/** A cell of text. */
export function textCell(text: string): TableCell {
	return { text, raw: text };
}

/** A cell of a number, or an en dash where there is none. */
export function numberCell(value: number | null | undefined, write: (value: number) => string): TableCell {
	return value === null || value === undefined ? { text: '–', raw: null } : { text: write(value), raw: value };
}
