import type { EngineClient } from '#shared/protocol/EngineClient.ts';
import { useSession } from './EngineContext.ts';
import { useStore } from './useStore.ts';

/** The client of the running engine; a new one after a restart, so that effects that depend on it ask again. */
export function useEngine(): EngineClient {
	const client = useStore(useSession().client);
	if (!client) {
		throw new Error('useEngine needs a session that has connected');
	}
	return client;
}
