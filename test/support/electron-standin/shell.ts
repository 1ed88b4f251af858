/** There is no file manager here: what would be shown is kept for the test to look at. */
export const shell = {
	shown: new Array<string>(),
	showItemInFolder(path: string): void {
		shell.shown.push(path);
	},
};
