import { useCallback } from 'react';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { useSession } from './EngineContext.ts';
import { useStore } from './useStore.ts';

export interface SettingsAccess {
	readonly settings: AnalysisSettings;
	/** Shows at once, is written as an undoable step; rejects with a sentence when it cannot be written. */
	readonly updateSettings: (change: Partial<AnalysisSettings>) => Promise<void>;
}

export function useSettings(): SettingsAccess {
	const session = useSession();
	const settings = useStore(session.settings.state);
	const updateSettings = useCallback((change: Partial<AnalysisSettings>) => session.settings.update(change), [session]);
	return { settings, updateSettings };
}
