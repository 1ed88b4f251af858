import type { ProjectState } from '#shared/model/projectState.ts';
import { useSession } from './EngineContext.ts';
import { useStore } from './useStore.ts';

/** The open project, or null. */
export function useProject(): ProjectState | null {
	return useStore(useSession().project);
}
