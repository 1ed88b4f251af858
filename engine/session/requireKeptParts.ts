import { EngineError } from '#shared/protocol/envelope.ts';
import { typesOfPart } from '../import/chooseFormats.ts';
import type { ImportedTable } from '../import/ImportedTable.ts';
import type { StoredTable } from '../store/StoredTable.ts';

/**
 * Rows whose amounts or dates are texts would turn the whole column of the table into text, and every figure that is counted from it
 * would be gone. Throws `data` for the first such column. Columns without a part, and keys, may become text.
 */
export function requireKeptParts(table: StoredTable, imported: Pick<ImportedTable, 'columns'>): void {
	const after = new Map(imported.columns.map(({ summary }) => [summary.name, summary.type]));
	for (const { name, type } of table.columns.map(({ summary }) => summary)) {
		const allowed = typesOfPart(table.mapping, name);
		const next = after.get(name);
		if (allowed?.includes(type) && next !== undefined && !allowed.includes(next)) {
			throw new EngineError(
				'data',
				`"${name}" is ${type} in ${table.name} and ${next} in the newer export, so its rows cannot be added. Correct the export, or put it in the place of the table.`,
			);
		}
	}
}
