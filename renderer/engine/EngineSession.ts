import type { ProjectState } from '#shared/model/projectState.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { defaultSettings } from '#shared/model/settings.ts';
import type { CallOptions } from '#shared/protocol/EngineClient.ts';
import { EngineConnection, type ConnectionStatus } from '#shared/protocol/EngineConnection.ts';
import { EngineError, type Port } from '#shared/protocol/envelope.ts';
import type { Args, MethodName, Result } from '#shared/protocol/methods.ts';
import { AnalysisStore } from './AnalysisStore.ts';
import type { ConnectionState } from './ConnectionState.ts';
import { DraftStore } from './DraftStore.ts';
import { PreferencesStore } from './PreferencesStore.ts';
import { ProofStore } from './ProofStore.ts';
import { ReviewStore } from './ReviewStore.ts';
import { SelectionStore } from './SelectionStore.ts';
import { SettingsStore } from './SettingsStore.ts';
import { Store } from './Store.ts';

/** What views may ask of the engine; another object after every restart, so that effects that depend on it ask again. */
export type EngineCalls = Pick<EngineConnection, 'call' | 'on'>;

export interface SessionEvents {
	/** The engine ended and is back; the sentence says what became of the project. */
	onRestarted(message: string): void;
	onError(error: unknown): void;
}

/** The page's side of the engine: the connection, and the state that all views share. */
export class EngineSession {
	readonly connection = new Store<ConnectionState>({ kind: 'connecting', isAgain: false });
	readonly calls: Store<EngineCalls>;
	readonly project = new Store<ProjectState | null>(null);
	readonly selection = new SelectionStore();
	readonly draft: DraftStore;
	readonly settings: SettingsStore;
	readonly analysis: AnalysisStore;
	readonly review: ReviewStore;
	readonly proof: ProofStore;
	readonly preferences: PreferencesStore;
	private readonly engine: EngineConnection;
	private readonly events: SessionEvents;
	private hasBegun = false;

	constructor(openPort: () => Promise<Port>, events: SessionEvents) {
		this.events = events;
		this.engine = new EngineConnection(openPort, console.warn);
		this.calls = new Store(callsOf(this.engine));
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
		this.review = new ReviewStore((segmentation, settings, isPatient, signal) =>
			this.call('segments.review', { segmentation, settings, isPatient }, { signal }),
		);
		this.proof = new ProofStore((segmentation, signal) => this.call('segments.prove', { segmentation }, { signal }));
		this.preferences = new PreferencesStore((change) => this.call('preferences.write', change));
		for (const store of [this.draft.state, this.settings.state, this.project]) {
			store.subscribe(() => this.followAnalysis());
		}
		this.engine.on('project.changed', ({ project }) => this.accept(project));
		this.engine.onStatus((status) => void this.follow(status));
	}

	call<N extends MethodName>(method: N, args: Args<N>, options?: CallOptions): Promise<Result<N>> {
		return this.engine.call(method, args, options);
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
	async openProject<P extends ProjectState | null>(open: () => Promise<P>): Promise<P> {
		await this.draft.flush();
		const project = await open();
		this.accept(project);
		// The engine has put the project first in the list of recent ones.
		this.preferences.follow(await this.call('preferences.read', {}));
		return project;
	}

	async closeProject(): Promise<void> {
		await this.draft.flush();
		await this.call('project.close', {});
		this.accept(null);
	}

	/** Undo and redo start from what is on the screen: pending edits are written first. */
	async step(method: 'project.undo' | 'project.redo'): Promise<void> {
		await this.draft.flush();
		this.accept(await this.call(method, {}));
	}

	/** Asks for the analysis again, e.g. after an error. */
	retryAnalysis(): void {
		this.analysis.forget();
		this.review.forget();
		this.proof.forget();
		this.followAnalysis();
	}

	/** After a failed connection: tries again. */
	reconnect(): void {
		this.engine.retry();
	}

	close(): void {
		this.engine.close();
	}

	private followAnalysis(): void {
		const [project, draft, settings] = [this.project.get(), this.draft.state.get(), this.settings.state.get()];
		this.analysis.follow(project, draft, settings);
		this.review.follow(project, draft, settings);
		this.proof.follow(project, draft);
	}

	private async follow(status: ConnectionStatus): Promise<void> {
		switch (status.kind) {
			case 'connecting':
				this.connection.set({ kind: 'connecting', isAgain: this.hasBegun });
				return;
			case 'stopped':
				this.connection.set({
					kind: 'failed',
					isAgain: this.hasBegun,
					message: status.message ?? 'The engine cannot be reached.',
				});
				return;
			case 'ready':
			case 'restarted':
				await this.begin(status.kind === 'restarted' ? status.message : null);
		}
	}

	/** Fetches what the page starts from. A failure here means that the engine is gone again, which is told as well. */
	private async begin(restartMessage: string | null): Promise<void> {
		try {
			this.preferences.follow(await this.call('preferences.read', {}));
			const { project } = await this.call('project.state', {});
			this.accept(project);
		} catch (error) {
			this.reportUnlessGone(error);
			return;
		}
		this.calls.set(callsOf(this.engine));
		this.hasBegun = true;
		this.connection.set({ kind: 'connected' });
		this.retryAnalysis();
		if (restartMessage !== null) {
			this.events.onRestarted(restartMessage);
			await this.draft.flush();
		}
	}

	/** While the engine is away, pending edits wait for it; that needs no message. */
	private reportUnlessGone(error: unknown): void {
		if (!(error instanceof EngineError && error.code === 'engine-gone')) {
			this.events.onError(error);
		}
	}
}

function callsOf(engine: EngineConnection): EngineCalls {
	return {
		call: (method, args, options) => engine.call(method, args, options),
		on: (name, listener) => engine.on(name, listener),
	};
}
