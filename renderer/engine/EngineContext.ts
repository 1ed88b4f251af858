import { createContext, useContext } from 'react';
import type { EngineSession } from './EngineSession.ts';

export const EngineContext = createContext<EngineSession | null>(null);

/** The session around this component. Throws outside of the workbench. */
export function useSession(): EngineSession {
	const session = useContext(EngineContext);
	if (!session) {
		throw new Error('useSession needs an EngineContext around it');
	}
	return session;
}
