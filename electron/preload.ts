import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { ENGINE_PORT_MESSAGE, type DesktopApi } from '#shared/model/desktopApi.ts';
import { channels } from './channels.ts';

/** The little of the page's world that this script touches. */
declare const window: {
	readonly location: { readonly origin: string };
	postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
};
/** Set by the build. */
declare const __TRANCHE_VERSION__: string;

// A port cannot cross the context bridge, but it can be transferred by a message of the window to itself.
ipcRenderer.on(channels.enginePort, (event) => {
	window.postMessage(ENGINE_PORT_MESSAGE, window.location.origin, [...event.ports]);
});

const api: DesktopApi = {
	platform: platform(process.platform),
	appVersion: __TRANCHE_VERSION__,
	connect: async () => {
		// An error thrown by the main process would arrive with the name of the channel before its sentence.
		const failure: unknown = await ipcRenderer.invoke(channels.connect);
		if (typeof failure === 'string') {
			throw new Error(failure);
		}
	},
	onEngineExit: (listener) => subscribe(channels.engineExit, () => listener()),
	openFile: async (options) => strings(await ipcRenderer.invoke(channels.openFile, options)),
	saveFile: async (options) => {
		const path: unknown = await ipcRenderer.invoke(channels.saveFile, options);
		return typeof path === 'string' ? path : null;
	},
	showInFolder: async (path) => {
		await ipcRenderer.invoke(channels.showInFolder, path);
	},
	pathOf: (file) => (isFile(file) ? webUtils.getPathForFile(file) : ''),
	onCommand: (listener) => subscribe(channels.command, (commandId) => listener(String(commandId))),
	onOpenProject: (listener) => {
		const unsubscribe = subscribe(channels.openProject, (path) => listener(String(path)));
		ipcRenderer.send(channels.readyForProjects);
		return unsubscribe;
	},
	setMenu: (model) => ipcRenderer.send(channels.setMenu, model),
};
contextBridge.exposeInMainWorld('tranche', api);

/** A File of the page arrives as one of this world; anything else has no path. */
function isFile(value: unknown): value is Parameters<typeof webUtils.getPathForFile>[0] {
	return Object.prototype.toString.call(value) === '[object File]';
}

/** The page's listener gets the value alone: the event would hand it the sender. */
function subscribe(channel: string, listener: (value: unknown) => void): () => void {
	const receive = (_event: IpcRendererEvent, value: unknown): void => listener(value);
	ipcRenderer.on(channel, receive);
	return () => {
		ipcRenderer.removeListener(channel, receive);
	};
}

function strings(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function platform(name: string): DesktopApi['platform'] {
	return name === 'darwin' || name === 'win32' ? name : 'linux';
}
