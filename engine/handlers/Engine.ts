import { join } from 'node:path';
import type { Port } from '#shared/protocol/envelope.ts';
import { EngineEvents } from '../EngineEvents.ts';
import { sweepScratch, setScratchRoot } from '../import/source/ScratchFolder.ts';
import { serve, type Handlers } from '../server.ts';
import { WriteQueue } from '../writeQueue.ts';
import { createHandlers } from './createHandlers.ts';
import { OpenProject } from './OpenProject.ts';
import { PreferencesFile } from './PreferencesFile.ts';

/** One engine: one project at a time, any number of clients. Whoever makes it closes it. */
export class Engine {
	private readonly events = new EngineEvents();
	private readonly writes = new WriteQueue();
	private readonly project = new OpenProject(this.events);
	private readonly handlers: Handlers;
	private readonly ports = new Set<Port>();

	/**
	 * `dataFolder` holds preferences, the sample project and working copies; it is made when first needed. Copies that a
	 * killed process left there are removed.
	 */
	constructor(dataFolder: string) {
		setScratchRoot(join(dataFolder, 'scratch'));
		sweepScratch(join(dataFolder, 'scratch'));
		const preferences = new PreferencesFile(join(dataFolder, 'preferences.json'));
		this.handlers = createHandlers({ project: this.project, preferences, writes: this.writes, dataFolder });
	}

	/** Answers one more client until its port closes. */
	attach(port: Port): void {
		this.ports.add(port);
		port.onClose(() => this.ports.delete(port));
		serve(port, this.handlers, { writes: this.writes, events: this.events });
	}

	/** Cancels what is under way, waits for writes to end, and closes the project. */
	async close(): Promise<void> {
		for (const port of this.ports) {
			port.close();
		}
		await this.writes.idle();
		await this.project.close();
	}
}
