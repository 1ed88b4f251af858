/** One entry of a menu. `role` entries are what the system does itself; the in-app menu bar leaves them out. */
export type MenuEntry =
	| {
			readonly kind: 'command';
			readonly id: string;
			readonly label: string;
			/** In Electron's spelling, e.g. `CmdOrCtrl+Shift+P`; null without a key. */
			readonly accelerator: string | null;
			readonly isEnabled: boolean;
			/** null for commands that are not switches. */
			readonly isChecked: boolean | null;
	  }
	| { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly MenuEntry[] }
	| { readonly kind: 'role'; readonly role: MenuRole }
	| { readonly kind: 'separator' };

export type MenuRole =
	'cut' | 'copy' | 'paste' | 'selectAll' | 'zoomIn' | 'zoomOut' | 'resetZoom' | 'togglefullscreen' | 'quit';

export interface Menu {
	readonly id: string;
	readonly label: string;
	readonly entries: readonly MenuEntry[];
}

/** The whole menu bar, made by the renderer from its commands. Plain data, so that it can cross a process. */
export interface MenuModel {
	readonly menus: readonly Menu[];
}

export interface FileFilter {
	readonly name: string;
	/** Without the dot, lower case. */
	readonly extensions: readonly string[];
}

export interface OpenFileOptions {
	readonly title: string;
	readonly kind: 'file' | 'folder';
	readonly isMultiple: boolean;
	readonly filters: readonly FileFilter[];
}

export interface SaveFileOptions {
	readonly title: string;
	readonly defaultName: string;
	readonly filters: readonly FileFilter[];
}

/**
 * `data` of the window message by which the preload hands the engine's MessagePort (`event.ports[0]`) to the page:
 * the context bridge cannot carry a port itself.
 */
export const ENGINE_PORT_MESSAGE = 'tranche.enginePort';

/** What the desktop shell offers the page as `window.tranche`. Absent in the browser host. */
export interface DesktopApi {
	readonly platform: 'darwin' | 'win32' | 'linux';
	readonly appVersion: string;
	/**
	 * Asks for a fresh port to a running engine, starting one if need be. The port follows as a window message with
	 * `data === ENGINE_PORT_MESSAGE`; the promise rejects with a plain sentence if no engine can be started.
	 */
	connect(): Promise<void>;
	/** Tells that the engine process ended; the page then connects anew. Returns the way to stop listening. */
	onEngineExit(listener: () => void): () => void;
	/** Chosen paths; empty when the dialog was cancelled. */
	openFile(options: OpenFileOptions): Promise<readonly string[]>;
	/** Chosen path; null when the dialog was cancelled. */
	saveFile(options: SaveFileOptions): Promise<string | null>;
	/** Opens the system's file manager with the file selected. Only shows: nothing is opened or run. */
	showInFolder(path: string): Promise<void>;
	/** Path of a dropped File object. */
	pathOf(file: unknown): string;
	/** A command chosen in the native menu. */
	onCommand(listener: (commandId: string) => void): () => void;
	/** A project file opened from outside: by double click, or as an argument of a second start. */
	onOpenProject(listener: (path: string) => void): () => void;
	setMenu(model: MenuModel): void;
}
