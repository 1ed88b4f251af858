import type { CallOptions } from '#shared/protocol/EngineClient.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Progress } from '#shared/protocol/progress.ts';
import { Store } from '../../engine/Store.ts';
import type { NotificationAction, NotificationService } from '../services.ts';

export type Tone = 'info' | 'success' | 'warning' | 'error';

export interface Notification {
	readonly id: number;
	readonly tone: Tone;
	readonly message: string;
	readonly actions: readonly NotificationAction[];
	/** Of long work that is under way; it cannot be dismissed, only cancelled. */
	readonly task: { readonly progress: Progress; cancel(): void } | null;
}

export interface LogLine {
	readonly at: Date;
	readonly tone: Tone;
	readonly message: string;
}

const STAYS_MS = 8000;
/** Long enough to read the sentence, think, and reach the button. */
const STAYS_WITH_ACTIONS_MS = 20_000;
const SHOW_PROGRESS_AFTER_MS = 300;
const KEPT_LINES = 500;

/** What the app has to say: toasts that are on the screen, and the log behind them (the Output panel). */
export class NotificationStore implements NotificationService {
	readonly shown = new Store<readonly Notification[]>([]);
	readonly log = new Store<readonly LogLine[]>([]);
	/** How many toasts went by themselves since the log was last looked at. */
	readonly missed = new Store(0);
	/** Of the toasts that will go by themselves. */
	private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
	private isHeld = false;
	private nextId = 1;

	show(tone: Tone, message: string, actions: readonly NotificationAction[] = []): void {
		this.write(tone, message);
		// Said again, it is new again: its time starts over, and its actions are those of now.
		for (const { id } of this.shown.get().filter((entry) => entry.message === message && !entry.task)) {
			this.dismiss(id);
		}
		this.goLater(this.add({ tone, message, actions, task: null }));
	}

	/** While somebody points at the toasts or is among them by keyboard, none goes; afterwards their time starts over. */
	hold(isHeld: boolean): void {
		if (this.isHeld === isHeld) {
			return;
		}
		this.isHeld = isHeld;
		for (const { id } of this.shown.get()) {
			this.goLater(id);
		}
	}

	markRead(): void {
		this.missed.set(0);
	}

	showError(error: unknown): void {
		const message = error instanceof Error ? error.message : String(error);
		const code = error instanceof EngineError ? error.code : null;
		if (code === 'engine-gone') {
			// The window says so in one place, for all calls together; see EngineStopped.
			this.write('error', message);
		} else if (code !== 'cancelled') {
			this.show('error', message);
		}
	}

	async withProgress<T>(title: string, work: (options: Required<CallOptions>) => Promise<T>): Promise<T | null> {
		const controller = new AbortController();
		const cancel = () => controller.abort();
		let progress: Progress = { done: 0, total: null, phase: '' };
		let id: number | null = null;
		const timer = setTimeout(() => {
			id = this.add({ tone: 'info', message: title, actions: [], task: { progress, cancel } });
		}, SHOW_PROGRESS_AFTER_MS);
		const onProgress = (next: Progress) => {
			progress = next;
			if (id !== null) {
				this.replace(id, { task: { progress, cancel } });
			}
		};
		try {
			return await work({ signal: controller.signal, onProgress });
		} catch (error) {
			if (error instanceof EngineError && error.code === 'cancelled') {
				this.write('info', `${title}: cancelled.`);
				return null;
			}
			throw error;
		} finally {
			clearTimeout(timer);
			if (id !== null) {
				this.dismiss(id);
			}
		}
	}

	/** Writes a line of the log without a toast. */
	write(tone: Tone, message: string): void {
		this.log.update((lines) => [...lines.slice(1 - KEPT_LINES), { at: new Date(), tone, message }]);
	}

	/** All but the long work that is under way. */
	dismissAll(): void {
		for (const { id } of this.shown.get().filter(({ task }) => !task)) {
			this.dismiss(id);
		}
	}

	dismiss(id: number): void {
		clearTimeout(this.timers.get(id));
		this.timers.delete(id);
		this.shown.update((entries) => entries.filter((entry) => entry.id !== id));
	}

	/** Errors and long work stay; everything else goes when its time is over. */
	private goLater(id: number): void {
		clearTimeout(this.timers.get(id));
		const entry = this.shown.get().find((shown) => shown.id === id);
		if (!entry || entry.task || entry.tone === 'error' || this.isHeld) {
			return;
		}
		const go = () => {
			this.dismiss(id);
			this.missed.update((missed) => missed + 1);
		};
		this.timers.set(id, setTimeout(go, entry.actions.length > 0 ? STAYS_WITH_ACTIONS_MS : STAYS_MS));
	}

	private add(notification: Omit<Notification, 'id'>): number {
		const id = this.nextId++;
		this.shown.update((entries) => [...entries, { ...notification, id }]);
		return id;
	}

	private replace(id: number, change: Partial<Notification>): void {
		this.shown.update((entries) => entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));
	}
}
