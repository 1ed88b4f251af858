/** Native dialogs cannot be shown here: a test replaces the one that it expects. */
export const dialog = {
	showOpenDialog: () => refuse('showOpenDialog'),
	showSaveDialog: () => refuse('showSaveDialog'),
	showMessageBox: () => refuse('showMessageBox'),
	showErrorBox(title: string, content: string): void {
		console.error(`${title}: ${content}`);
	},
};

function refuse(name: string): Promise<never> {
	return Promise.reject(new Error(`electron stand-in: dialog.${name} must be replaced by the test`));
}
