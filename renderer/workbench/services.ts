import type { DesktopApi, OpenFileOptions, SaveFileOptions } from '#shared/model/desktopApi.ts';
import type { EngineSession } from '../engine/EngineSession.ts';
import type { ContextKeys } from './contextKeys.ts';
import type { ViewParams } from './contribution.ts';
import type { Registry } from './registry.ts';
import type { CallOptions } from '#shared/protocol/EngineClient.ts';

/** What commands and views may do with the workbench around them. In components: `useServices()`. */
export interface Services {
	readonly engine: EngineSession;
	readonly layout: LayoutService;
	readonly notifications: NotificationService;
	readonly dialogs: DialogService;
	/** null in the browser host. */
	readonly desktop: DesktopApi | null;
	readonly context: () => ContextKeys;
	readonly registry: Registry;
	/** Runs a command; its failure becomes a notification. Does nothing while the command is disabled. */
	readonly run: (commandId: string, argument?: unknown) => Promise<void>;
}

export interface LayoutService {
	/** Shows a view: activates its tab, side bar entry or panel tab, opening it where needed. */
	open(viewId: string, params?: ViewParams, options?: OpenOptions): void;
	/** Closes the editor tab of a view with these parameters, if there is one. */
	close(viewId: string, params?: ViewParams): void;
	closeActive(): void;
	toggleSideBar(): void;
	togglePanel(): void;
	/** Moves the keyboard to the next (1) or previous (-1) part: title, activity bar, side bar, editor, panel, status. */
	cycleParts(direction: 1 | -1): void;
	splitActive(): void;
	reset(): void;
}

export interface OpenOptions {
	/** Opens to the right of the active editor instead of beside its tabs. */
	readonly isBeside?: boolean;
	/** Leaves the active tab in front. */
	readonly isInactive?: boolean;
}

export interface NotificationAction {
	readonly label: string;
	readonly run: () => void;
}

export interface NotificationService {
	/** One plain sentence. Errors stay until they are closed, the others for 8 seconds, with actions for 20. */
	show(tone: 'info' | 'success' | 'warning' | 'error', message: string, actions?: readonly NotificationAction[]): void;
	/** Closes what is shown, but for long work that is under way. */
	dismissAll(): void;
	/** A line of the Output panel without a notification. */
	write(tone: 'info' | 'success' | 'warning' | 'error', message: string): void;
	/** Shows the sentence of an error; a cancelled call shows nothing. */
	showError(error: unknown): void;
	/** Runs long work with a progress bar (after 300 ms) and Cancel. Resolves to null when cancelled, rejects on failure. */
	withProgress<T>(title: string, work: (options: Required<CallOptions>) => Promise<T>): Promise<T | null>;
}

export interface ConfirmOptions {
	readonly title: string;
	readonly message: string;
	readonly confirmLabel: string;
	readonly isDangerous?: boolean;
}

export interface PromptOptions {
	readonly title: string;
	readonly label: string;
	readonly value: string;
	readonly confirmLabel: string;
	/** The sentence that says what is wrong with the value, or null. */
	readonly validate?: (value: string) => string | null;
}

export interface PickItem<T> {
	readonly label: string;
	readonly detail: string;
	readonly icon: string;
	readonly isCurrent: boolean;
	readonly value: T;
}

export interface DialogService {
	confirm(options: ConfirmOptions): Promise<boolean>;
	/** Asks for one line of text; null when cancelled. */
	prompt(options: PromptOptions): Promise<string | null>;
	/** Lets the user choose one of several things by typing or arrow keys; null when cancelled. */
	pick<T>(placeholder: string, items: readonly PickItem<T>[]): Promise<T | null>;
	/** The system's file dialog on the desktop, the in-app one in the browser. Empty when cancelled. */
	openFile(options: OpenFileOptions): Promise<readonly string[]>;
	saveFile(options: SaveFileOptions): Promise<string | null>;
	openPalette(mode: 'commands' | 'quick'): void;
}
