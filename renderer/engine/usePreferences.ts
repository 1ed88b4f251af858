import type { Preferences } from '#shared/protocol/hostMethods.ts';
import { useSession } from './EngineContext.ts';
import { useStore } from './useStore.ts';

/** What the app remembers on this machine. */
export function usePreferences(): Preferences {
	return useStore(useSession().preferences.state);
}
