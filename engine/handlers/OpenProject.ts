import type { ProjectState } from '#shared/model/projectState.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { EngineEvents } from '../EngineEvents.ts';
import { BackgroundChecks } from './BackgroundChecks.ts';
import type { Session } from '../session/Session.ts';

/** The one project that an engine has open, or none. Every client is told of every change. */
export class OpenProject {
	private session: Session | null = null;
	private readonly checks = new BackgroundChecks(() => this.tell());
	private readonly events: EngineEvents;

	constructor(events: EngineEvents) {
		this.events = events;
	}

	get current(): Session | null {
		return this.session;
	}

	/** Throws `conflict` when no project is open. */
	require(): Session {
		if (!this.session) {
			throw new EngineError('conflict', 'No project is open. Open or create one first.');
		}
		return this.session;
	}

	/** The project before stays open until the new one is there, so that a failure changes nothing. */
	async replace(open: () => Promise<Session>): Promise<void> {
		const next = await open();
		const previous = this.session;
		this.session = next;
		this.checks.begin(next);
		this.tell();
		await previous?.close();
	}

	/** Runs an edit and returns the state that it led to. */
	async edit(work: (session: Session) => Promise<unknown>): Promise<ProjectState> {
		const session = this.require();
		await work(session);
		this.tell();
		this.checks.follow(session);
		return session.state;
	}

	async close(): Promise<void> {
		const previous = this.session;
		this.checks.stop();
		this.session = null;
		this.tell();
		await previous?.close();
	}

	/** Tells of a state that was worked out besides, such as new findings. */
	announce(): void {
		this.tell();
	}

	private tell(): void {
		this.events.emit('project.changed', { project: this.session?.state ?? null });
	}
}
