import type { TableMapping } from '#shared/model/tableMapping.ts';
import { assertNever } from '#shared/base/assertNever.ts';
import type { Column } from '../columns/Column.ts';
import { CONTROL, NO_ARM, TREATMENT } from './CustomerFrame.ts';
import type { EventTable } from './EventTable.ts';
import { bitAt } from './bitmap.ts';

/** Arm of each campaign row; null when the table has no arm column or nobody said which values mean what. */
export function armOfRows(events: EventTable, labels: TableMapping['arms']): Uint8Array | null {
	const column = events.columns.get('arm');
	if (!column || labels === null) {
		return null;
	}
	const arms = new Uint8Array(column.length);
	const armOf = armByLabel(labels, column.kind === 'boolean');
	const armOfCode = column.kind === 'category' ? column.labels.map(armOf) : [];
	for (let row = 0; row < column.length; row++) {
		if (column.nulls === null || !bitAt(column.nulls, row)) {
			arms[row] = column.kind === 'category' ? armOfCode[column.codes[row]!]! : armOf(labelAt(column, row));
		}
	}
	return arms;
}

function armByLabel(labels: NonNullable<TableMapping['arms']>, isFlag: boolean): (label: string) => number {
	const asRead = (label: string) => (isFlag ? flagLabel(label) : label);
	const arms = new Map<string, number>([
		...labels.control.map((label) => [asRead(label), CONTROL] as const),
		...labels.treatment.map((label) => [asRead(label), TREATMENT] as const),
	]);
	return (label) => arms.get(label) ?? NO_ARM;
}

const YES = ['true', 'yes', 't', 'y', '1'];

/** The mapping has the labels as they stand in the file; a flag reads as true or false. */
function flagLabel(label: string): string {
	return String(YES.includes(label.trim().toLowerCase()));
}

const decoder = new TextDecoder();

function labelAt(column: Exclude<Column, { kind: 'category' }>, row: number): string {
	switch (column.kind) {
		case 'number':
			return String(column.values[row]! / 10 ** column.scale);
		case 'boolean':
			return column.values[row] === 0 ? 'false' : 'true';
		case 'text':
			return decoder.decode(column.bytes.slice(column.offsets[row], column.offsets[row + 1]));
		case 'date':
		case 'timestamp':
			return '';
		default:
			return assertNever(column);
	}
}
