/** Names of what passes between the main process and the preload script. */
export const channels = {
	/** Page asks for a port to the engine, which follows as `enginePort`; answers null, or a sentence why there is none. */
	connect: 'engine.connect',
	enginePort: 'engine.port',
	engineExit: 'engine.exit',
	openFile: 'dialog.openFile',
	saveFile: 'dialog.saveFile',
	showInFolder: 'shell.showInFolder',
	setMenu: 'menu.set',
	command: 'menu.command',
	/** Page listens for project files from outside and wants those that came before. */
	readyForProjects: 'project.ready',
	openProject: 'project.open',
} as const;
