import { counted } from '#shared/base/counted.ts';
import { tableExportFormats, type TableExport } from '#shared/model/tableExport.ts';
import { format as formatOf } from '../../ui/format.ts';
import type { Services } from '../../workbench/services.ts';

/** Asks for a file and writes rows to it, with progress and cancel; says how many rows were written and where they are. */
export async function saveRows(
	{ engine, dialogs, notifications, desktop }: Services,
	order: Pick<TableExport, 'source' | 'format' | 'where' | 'columns'> & { readonly name: string },
): Promise<void> {
	const { name, ...rows } = order;
	const facts = tableExportFormats.find(({ id }) => id === order.format);
	const [extension = ''] = facts?.extensions ?? [];
	const chosen = await dialogs.saveFile({
		title: `Export ${name}`,
		defaultName: `${name.replaceAll(/[\\/:*?"<>|]/g, '-')}.${extension}`,
		filters: [{ name: facts?.label ?? '', extensions: [...(facts?.extensions ?? [])] }],
	});
	if (chosen === null) {
		return;
	}
	const known = facts?.extensions ?? [];
	const path = known.some((end) => chosen.toLowerCase().endsWith(`.${end}`)) ? chosen : `${chosen}.${extension}`;
	// The system's dialog has asked before it gives the name of a file that is there; the one in the page has not.
	const call = { ...rows, path, mayReplace: desktop !== null && path === chosen };
	const written = await notifications.withProgress(`Exporting ${name}`, (options) =>
		engine.call('tables.export', call, options),
	);
	if (written) {
		const { sizeBytes, notes } = written;
		notifications.show(
			notes.length > 0 ? 'warning' : 'success',
			[`${counted(written.rows, 'row')} written to ${path} (${formatOf.bytes(sizeBytes)}).`, ...notes].join(' '),
			desktop ? [{ label: 'Show in Folder', run: () => void desktop.showInFolder(path) }] : [],
		);
	}
}
