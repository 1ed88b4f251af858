import type { DesktopApi, OpenFileOptions, SaveFileOptions } from '#shared/model/desktopApi.ts';
import { Store } from '../../engine/Store.ts';
import type { ConfirmOptions, DialogService, PickItem, PromptOptions } from '../services.ts';

/** The one dialog that is open, with the way to answer it. */
export type OpenDialog =
	| { readonly kind: 'confirm'; readonly options: ConfirmOptions; readonly answer: (isConfirmed: boolean) => void }
	| { readonly kind: 'prompt'; readonly options: PromptOptions; readonly answer: (value: string | null) => void }
	| {
			readonly kind: 'pick';
			readonly placeholder: string;
			readonly items: readonly PickItem<unknown>[];
			readonly answer: (item: PickItem<unknown> | null) => void;
	  }
	| {
			readonly kind: 'openFile';
			readonly options: OpenFileOptions;
			readonly answer: (paths: readonly string[]) => void;
	  }
	| { readonly kind: 'saveFile'; readonly options: SaveFileOptions; readonly answer: (path: string | null) => void }
	| { readonly kind: 'commands' }
	| { readonly kind: 'quick' };

/** Opens dialogs one at a time and hands their answers back. Opening another one cancels the last. */
export class DialogStore implements DialogService {
	readonly open = new Store<OpenDialog | null>(null);
	private readonly desktop: DesktopApi | null;
	private cancelOpen: (() => void) | null = null;

	constructor(desktop: DesktopApi | null) {
		this.desktop = desktop;
	}

	confirm(options: ConfirmOptions): Promise<boolean> {
		return this.ask(false, (answer) => ({ kind: 'confirm', options, answer }));
	}

	prompt(options: PromptOptions): Promise<string | null> {
		return this.ask<string | null>(null, (answer) => ({ kind: 'prompt', options, answer }));
	}

	async pick<T>(placeholder: string, items: readonly PickItem<T>[]): Promise<T | null> {
		const chosen = await this.ask<PickItem<unknown> | null>(null, (answer) => ({
			kind: 'pick',
			placeholder,
			items,
			answer,
		}));
		return items.find((item) => item === chosen)?.value ?? null;
	}

	openFile(options: OpenFileOptions): Promise<readonly string[]> {
		return this.desktop
			? this.desktop.openFile(options)
			: this.ask<readonly string[]>([], (answer) => ({ kind: 'openFile', options, answer }));
	}

	saveFile(options: SaveFileOptions): Promise<string | null> {
		return this.desktop
			? this.desktop.saveFile(options)
			: this.ask<string | null>(null, (answer) => ({ kind: 'saveFile', options, answer }));
	}

	openPalette(mode: 'commands' | 'quick'): void {
		this.cancelOpen?.();
		this.open.set({ kind: mode });
	}

	/** Closes whatever is open, as if it had been cancelled. */
	close(): void {
		this.cancelOpen?.();
		this.open.set(null);
	}

	private ask<A>(cancelled: A, make: (answer: (answer: A) => void) => OpenDialog): Promise<A> {
		this.cancelOpen?.();
		return new Promise((resolve) => {
			const settle = (answer: A) => {
				this.cancelOpen = null;
				this.open.set(null);
				resolve(answer);
			};
			this.cancelOpen = () => settle(cancelled);
			this.open.set(make(settle));
		});
	}
}
