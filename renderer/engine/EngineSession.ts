import type { ProjectState } from '#shared/model/projectState.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { defaultSettings } from '#shared/model/settings.ts';
import { EngineClient, type CallOptions } from '#shared/protocol/EngineClient.ts';
import { EngineError, type Port } from '#shared/protocol/envelope.ts';
import type { Args, MethodName, Result } from '#shared/protocol/methods.ts';
import { AnalysisStore } from './AnalysisStore.ts';
import type { ConnectionState } from './ConnectionState.ts';
import { DraftStore } from './DraftStore.ts';
import { PreferencesStore } from './PreferencesStore.ts';
import { SelectionStore } from './SelectionStore.ts';
import { SettingsStore } from './SettingsStore.ts';
import { Store } from './Store.ts';

/** Pauses between attempts to reach an engine that went away. */
const RETRY_AFTER_MS = [0, 250, 1000, 2000, 4000];

export interface SessionEvents {
	/** The engine went away and is back; the project, if any, was opened again. */
	onRestored(project: ProjectState | null): void;
	onError(error: unknown): void;
}

/**
 * The page's conversation with the engine over all its lives: connects, reconnects, opens the project again, and holds
 * the state that views share.
 */
export class EngineSession {
	readonly connection = new Store<ConnectionState>({ kind: 'connecting', isAgain: false });
	/** null until the first connection; then the newest client, even while it is gone. */
	readonly client = new Store<EngineClient | null>(null);
	readonly project = new Store<ProjectState | null>(null);
	readonly selection = new SelectionStore();
	readonly draft: DraftStore;
	readonly settings: SettingsStore;
	readonly analysis: AnalysisStore;
	readonly preferences: PreferencesStore;
	private readonly openPort: () => Promise<Port>;
	private readonly events: SessionEvents;
	private isClosed = false;

	constructor(openPort: () => Promise<Port>, events: SessionEvents) {
		this.openPort = openPort;
		this.events = events;
		this.draft = new DraftStore(
			async (segmentation, label) => this.accept(await this.call('segments.write', { segmentation, label })),
			(error) => this.reportUnlessGone(error),
		);
		this.settings = new SettingsStore(async (settings) => {
			this.accept(await this.call('project.writeSettings', { settings }));
		});
		this.analysis = new AnalysisStore((segmentation, settings, signal) =>
			this.call('segments.evaluate', { segmentation, settings }, { signal }),
		);
		this.preferences = new PreferencesStore((change) => this.call('preferences.write', change));
		const followAnalysis = () =>
			this.analysis.follow(this.project.get(), this.draft.state.get(), this.settings.state.get());
		this.draft.state.subscribe(followAnalysis);
		this.settings.state.subscribe(followAnalysis);
		this.project.subscribe(followAnalysis);
	}

	/** Calls the engine of the moment; rejects with `engine-gone` before the first connection. */
	call<N extends MethodName>(method: N, args: Args<N>, options?: CallOptions): Promise<Result<N>> {
		const client = this.client.get();
		return client
			? client.call(method, args, options)
			: Promise.reject(new EngineError('engine-gone', 'The engine is not running yet.'));
	}

	/** Takes a project state that the engine answered with; `null` after closing. */
	accept(project: ProjectState | null): void {
		const before = this.project.get();
		if (before?.path !== project?.path) {
			this.draft.reset(project?.segmentation ?? emptySegmentation);
			this.selection.clear();
		} else if (project) {
			this.draft.follow(project.segmentation);
		}
		this.settings.follow(project?.settings ?? defaultSettings);
		this.project.set(project);
	}

	/** Opens a project by one of the calls that answer with one, after writing what the last one still has pending. */
	async openProject(open: () => Promise<ProjectState>): Promise<ProjectState> {
		await this.draft.flush();
		const project = await open();
		this.accept(project);
		return project;
	}

	/** Undo and redo start from what is on the screen: pending edits are written first. */
	async step(method: 'project.undo' | 'project.redo'): Promise<void> {
		await this.draft.flush();
		this.accept(await this.call(method, {}));
	}

	/** Asks for the analysis again, e.g. after an error. */
	retryAnalysis(): void {
		this.analysis.forget();
		this.analysis.follow(this.project.get(), this.draft.state.get(), this.settings.state.get());
	}

	/** Connects for the first time, or again after a failure that the user was shown. */
	async connect(): Promise<void> {
		const isAgain = this.client.get() !== null;
		this.connection.set({ kind: 'connecting', isAgain });
		let failure: unknown = null;
		for (const pauseMs of RETRY_AFTER_MS) {
			await pause(pauseMs);
			if (this.isClosed) {
				return;
			}
			try {
				await this.attach(await this.openPort(), isAgain);
				return;
			} catch (error) {
				failure = error;
				if (error instanceof EngineError && error.code === 'version') {
					break;
				}
			}
		}
		this.connection.set({ kind: 'failed', message: sentenceOf(failure) });
	}

	close(): void {
		this.isClosed = true;
		this.client.get()?.close();
	}

	private async attach(port: Port, isAgain: boolean): Promise<void> {
		const client = new EngineClient(port);
		client.on('project.changed', ({ project }) => {
			if (this.client.get() === client) {
				this.accept(project);
			}
		});
		const preferences = await client.call('preferences.read', {});
		const { project } = await client.call('project.state', {});
		const lost = this.project.get();
		const current = project ?? (lost && (await client.call('project.open', { path: lost.path })));
		client.onGone(() => void this.lose(client));
		this.client.set(client);
		this.preferences.follow(preferences);
		this.analysis.forget();
		this.accept(current);
		this.connection.set({ kind: 'connected' });
		this.retryAnalysis();
		if (isAgain) {
			void this.draft.flush();
			this.events.onRestored(current);
		}
	}

	private async lose(client: EngineClient): Promise<void> {
		if (!this.isClosed && this.client.get() === client) {
			await this.connect();
		}
	}

	/** While the engine is away, pending edits wait for it; that needs no message. */
	private reportUnlessGone(error: unknown): void {
		if (!(error instanceof EngineError && error.code === 'engine-gone')) {
			this.events.onError(error);
		}
	}
}

function pause(durationMs: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, durationMs);
	});
}

function sentenceOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
