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
const SHOW_PROGRESS_AFTER_MS = 300;
const KEPT_LINES = 500;

/** What the app has to say: toasts that are on the screen, and the log behind them (the Output panel). */
export class NotificationStore implements NotificationService {
	readonly shown = new Store<readonly Notification[]>([]);
	readonly log = new Store<readonly LogLine[]>([]);
	private nextId = 1;

	show(tone: Tone, message: string, actions: readonly NotificationAction[] = []): void {
		this.write(tone, message);
		const isShown = this.shown.get().some((entry) => entry.message === message);
		if (isShown) {
			return;
		}
		const id = this.add({ tone, message, actions, task: null });
		if (tone !== 'error' && actions.length === 0) {
			setTimeout(() => this.dismiss(id), STAYS_MS);
		}
	}

	showError(error: unknown): void {
		if (!(error instanceof EngineError && error.code === 'cancelled')) {
			this.show('error', error instanceof Error ? error.message : String(error));
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

	dismiss(id: number): void {
		this.shown.update((entries) => entries.filter((entry) => entry.id !== id));
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
