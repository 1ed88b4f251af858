import { useCallback, useSyncExternalStore } from 'react';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { useSession } from './EngineContext.ts';
import { useStore } from './useStore.ts';

/** The segmentation as it is on the screen, written or not. */
export function useDraft(): Segmentation {
	return useStore(useSession().draft.state);
}

/** One object of the draft. Renders again when that object is another one, whatever else is edited. */
export function useDraftPart<T>(part: (draft: Segmentation) => T): T {
	const { state } = useSession().draft;
	return useSyncExternalStore(state.subscribe, () => part(state.get()));
}

export interface DraftActions {
	/** Shows the change at once, has it evaluated, and writes it after a pause. `label` names the undo step. */
	readonly updateDraft: (change: (draft: Segmentation) => Segmentation, label: string) => void;
	/** Writes what is pending now: at blur, before closing. */
	readonly flushDraft: () => void;
}

export function useDraftActions(): DraftActions {
	const { draft } = useSession();
	const updateDraft: DraftActions['updateDraft'] = useCallback((change, label) => draft.update(change, label), [draft]);
	const flushDraft = useCallback(() => void draft.flush(), [draft]);
	return { updateDraft, flushDraft };
}
