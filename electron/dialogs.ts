import { isAbsolute } from 'node:path';
import { BrowserWindow, dialog, shell, type WebContents } from 'electron';
import { z } from 'zod';
import type { OpenFileOptions, SaveFileOptions } from '#shared/model/desktopApi.ts';
import { channels } from './channels.ts';
import { answer } from './ipc.ts';

const filters = z.array(
	z.strictObject({ name: z.string().max(200), extensions: z.array(z.string().regex(/^[a-z0-9.*]{1,20}$/)) }),
);
const openFileOptions = z.strictObject({
	title: z.string().max(200),
	kind: z.enum(['file', 'folder']),
	isMultiple: z.boolean(),
	filters,
}) satisfies z.ZodType<OpenFileOptions>;
const saveFileOptions = z.strictObject({
	title: z.string().max(200),
	defaultName: z.string().max(400),
	filters,
}) satisfies z.ZodType<SaveFileOptions>;

const absolutePath = z.string().max(4096).refine(isAbsolute);

/** The system's file dialogs, in front of the window that asks. */
export function answerDialogs(): void {
	answer(channels.openFile, openFileOptions, (options, contents) => openFile(options, windowOf(contents)));
	answer(channels.saveFile, saveFileOptions, (options, contents) => saveFile(options, windowOf(contents)));
	answer(channels.showInFolder, absolutePath, (path) => shell.showItemInFolder(path));
}

async function openFile(options: z.output<typeof openFileOptions>, window: BrowserWindow): Promise<readonly string[]> {
	const { canceled, filePaths } = await dialog.showOpenDialog(window, {
		title: options.title,
		filters: options.filters,
		properties: [
			options.kind === 'folder' ? 'openDirectory' : 'openFile',
			...(options.kind === 'folder' ? (['createDirectory'] as const) : []),
			...(options.isMultiple ? (['multiSelections'] as const) : []),
		],
	});
	return canceled ? [] : filePaths;
}

async function saveFile(options: z.output<typeof saveFileOptions>, window: BrowserWindow): Promise<string | null> {
	const { canceled, filePath } = await dialog.showSaveDialog(window, {
		title: options.title,
		defaultPath: options.defaultName,
		filters: options.filters,
		properties: ['showOverwriteConfirmation', 'createDirectory'],
	});
	return canceled || filePath === '' ? null : filePath;
}

function windowOf(contents: WebContents): BrowserWindow {
	const window = BrowserWindow.fromWebContents(contents);
	if (window === null) {
		throw new Error('The window that asked for a file is closed.');
	}
	return window;
}
