import { useSession } from './EngineContext.ts';
import type { EngineCalls } from './EngineSession.ts';
import { useStore } from './useStore.ts';

/** `call` and `on` of the running engine; another object after a restart, so that effects that depend on it ask again. */
export function useEngine(): EngineCalls {
	return useStore(useSession().calls);
}
