import { dialog, type BrowserWindow } from 'electron';
import { RestartBudget } from './RestartBudget.ts';

/** Loads the page again when its process dies or hangs. The project is safe meanwhile: the engine holds it. */
export function recoverPage(window: BrowserWindow): void {
	const budget = new RestartBudget();
	const { webContents } = window;
	webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
		if (reason === 'clean-exit' || window.isDestroyed()) {
			return;
		}
		console.error(`The page ended (${reason}, ${exitCode}).`);
		if (budget.take(Date.now())) {
			webContents.reload();
		} else {
			dialog.showErrorBox('Tranche', 'The window failed several times in a row. Close Tranche and start it again.');
		}
	});
	window.on('unresponsive', () => void offerReload(window));
}

async function offerReload(window: BrowserWindow): Promise<void> {
	const { response } = await dialog.showMessageBox(window, {
		type: 'warning',
		message: 'The window does not answer.',
		detail: 'Wait a little longer, or load the window again. The project stays as it was last saved.',
		buttons: ['Wait', 'Load again'],
		defaultId: 0,
		cancelId: 0,
	});
	if (response === 1 && !window.isDestroyed()) {
		window.webContents.forcefullyCrashRenderer();
	}
}
