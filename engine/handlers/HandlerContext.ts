import type { OpenProject } from './OpenProject.ts';
import type { PreferencesFile } from './PreferencesFile.ts';

/** What handlers work with. */
export interface HandlerContext {
	readonly project: OpenProject;
	readonly preferences: PreferencesFile;
	/** Where the sample project and its files lie. */
	readonly dataFolder: string;
}
