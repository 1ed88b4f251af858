import { defaultSettings, type AnalysisSettings } from '#shared/model/settings.ts';
import { Store } from './Store.ts';

/** The settings of the analysis. A change shows at once and is written as an undoable step. */
export class SettingsStore {
	readonly state = new Store<AnalysisSettings>(defaultSettings);
	private readonly write: (settings: AnalysisSettings) => Promise<void>;
	private saved: AnalysisSettings = defaultSettings;
	private writes = 0;

	constructor(write: (settings: AnalysisSettings) => Promise<void>) {
		this.write = write;
	}

	/** Rejects with the engine's sentence when it cannot be written; the settings are then as before. */
	async update(change: Partial<AnalysisSettings>): Promise<void> {
		this.state.update((settings) => ({ ...settings, ...change }));
		this.writes++;
		try {
			await this.write(this.state.get());
		} finally {
			this.writes--;
			this.follow(this.saved);
		}
	}

	follow(settings: AnalysisSettings): void {
		this.saved = settings;
		if (this.writes === 0) {
			this.state.set(settings);
		}
	}
}
