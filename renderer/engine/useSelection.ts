import { useSession } from './EngineContext.ts';
import type { Selection, SelectionStore } from './SelectionStore.ts';
import { useStore } from './useStore.ts';

export interface SelectionAccess extends Selection {
	/** `selectSegment(id)` and `selectNumber({ metric, segment })`. */
	readonly select: SelectionStore;
}

/** What is selected in all views at once. */
export function useSelection(): SelectionAccess {
	const { selection } = useSession();
	return { ...useStore(selection.state), select: selection };
}
