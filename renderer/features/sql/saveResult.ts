import { counted } from '#shared/base/counted.ts';
import { tableExportFormats } from '#shared/model/tableExport.ts';
import { format as formatOf } from '../../ui/format.ts';
import type { Services } from '../../workbench/services.ts';

/** Asks for a format and a file, runs the statement again and writes every row of it. */
export async function saveResult(services: Services, text: string): Promise<void> {
	const { engine, dialogs, notifications, desktop } = services;
	const format = await dialogs.pick(
		'Write the whole result as',
		tableExportFormats.map(({ id, label, description }) => ({
			label,
			detail: description,
			icon: 'export',
			isCurrent: false,
			value: id,
		})),
	);
	const facts = tableExportFormats.find(({ id }) => id === format);
	if (!facts) {
		return;
	}
	const extensions = [...facts.extensions];
	const chosen = await dialogs.saveFile({
		title: 'Export the result',
		defaultName: `result.${extensions[0]}`,
		filters: [{ name: facts.label, extensions }],
	});
	if (chosen === null) {
		return;
	}
	const hasExtension = extensions.some((end) => chosen.toLowerCase().endsWith(`.${end}`));
	const path = hasExtension ? chosen : `${chosen}.${extensions[0]}`;
	// The system's dialog has asked before it gives the name of a file that is there; the one in the page has not.
	const order = { text, format: facts.id, path, mayReplace: desktop !== null && path === chosen };
	const written = await notifications.withProgress('Exporting the result', (options) =>
		engine.call('sql.export', order, options),
	);
	if (written?.kind === 'refused') {
		notifications.show('error', written.message);
	} else if (written) {
		notifications.show(
			written.notes.length > 0 ? 'warning' : 'success',
			[
				`${counted(written.rows, 'row')} written to ${path} (${formatOf.bytes(written.sizeBytes)}).`,
				...written.notes,
			].join(' '),
			desktop ? [{ label: 'Show in Folder', run: () => void desktop.showInFolder(path) }] : [],
		);
	}
}
