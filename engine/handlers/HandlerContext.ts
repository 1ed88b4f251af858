import type { WriteQueue } from '../writeQueue.ts';
import type { OpenProject } from './OpenProject.ts';
import type { PreferencesFile } from './PreferencesFile.ts';

/** What handlers work with. */
export interface HandlerContext {
	readonly project: OpenProject;
	readonly preferences: PreferencesFile;
	/** Where long writes queue for their steps; that of all other writes is seen to. */
	readonly writes: WriteQueue;
	/** Where the sample project and its files lie. */
	readonly dataFolder: string;
}
