import type { Preferences } from '#shared/protocol/hostMethods.ts';
import { Store } from './Store.ts';

export const defaultPreferences: Preferences = { theme: 'system', recentProjects: [], layouts: {} };

/** What the app remembers on this machine. Changes show at once and are written behind. */
export class PreferencesStore {
	readonly state = new Store<Preferences>(defaultPreferences);
	private readonly write: (change: Partial<Preferences>) => Promise<Preferences>;

	constructor(write: (change: Partial<Preferences>) => Promise<Preferences>) {
		this.write = write;
	}

	follow(preferences: Preferences): void {
		this.state.set(preferences);
	}

	async update(change: Partial<Preferences>): Promise<void> {
		this.state.update((preferences) => ({ ...preferences, ...change }));
		await this.write(change);
	}
}
