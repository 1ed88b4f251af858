import { counted } from '#shared/base/counted.ts';
import type { RowFilter } from '#shared/model/rowFilter.ts';
import type { TableSummary } from '#shared/model/table.ts';
import type { Services } from '../../workbench/services.ts';

/** Asks for a name and moves the rows into the quarantine. Returns whether that was done. */
export async function excludeRows(
	{ dialogs, engine, notifications, layout }: Services,
	table: TableSummary,
	filter: RowFilter,
	suggested: string,
): Promise<boolean> {
	const name = await dialogs.prompt({
		title: `Exclude rows of ${table.name}`,
		label: 'Name of the exclusion: the rows leave every figure and stay in the quarantine under it',
		value: suggested,
		confirmLabel: 'Exclude',
		validate: (value) => (value.trim() === '' ? 'Give the exclusion a name.' : null),
	});
	if (name === null) {
		return false;
	}
	try {
		const done = await notifications.withProgress(`Excluding rows of ${table.name}`, (options) =>
			engine.call('quality.exclude', { tableId: table.id, filter, name: name.trim() }, options),
		);
		if (done === null) {
			return false;
		}
		engine.accept(done.project);
		layout.close('tables.viewer', { tableId: table.id });
		layout.close('quality.table', { tableId: table.id, name: table.name });
		layout.open('quality.table', { tableId: done.table.id, name: done.table.name });
		const count = done.table.rowsQuarantined - table.rowsQuarantined;
		notifications.show(
			'info',
			`${counted(count, 'row')} of ${table.name} ${count === 1 ? 'is' : 'are'} excluded: ${name.trim()}. Undo takes it back.`,
		);
		return true;
	} catch (error) {
		notifications.showError(error);
		return false;
	}
}
