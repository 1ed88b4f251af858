import { useCallback } from 'react';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { useSession } from './EngineContext.ts';
import { useStore } from './useStore.ts';

/** The segmentation as it is on the screen, written or not. */
export function useDraft(): Segmentation {
	return useStore(useSession().draft.state);
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
