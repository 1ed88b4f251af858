import { useDeferredValue, useSyncExternalStore } from 'react';
import type { Analysis } from '#shared/model/analysis.ts';
import { useSession } from './EngineContext.ts';
import { useStore } from './useStore.ts';

export interface AnalysisAccess {
	/** The last answer, also while the next is under way. Null without data. */
	readonly analysis: Analysis | null;
	readonly isRunning: boolean;
	readonly error: Error | null;
}

/** The shared analysis of the draft, which all views read. */
export function useAnalysis(): AnalysisAccess {
	const { value, isRunning, error } = useStore(useSession().analysis.query.state);
	return { analysis: value, isRunning, error };
}

/** The last answer alone, for views that show nothing of the next one while it is under way, and need not be drawn for it. */
export function useAnswer(): Analysis | null {
	const { state } = useSession().analysis.query;
	return useSyncExternalStore(state.subscribe, () => state.get().value);
}

/** The same for large views: what is under the pointer is drawn with the answer, they follow as soon as there is time. */
export function useAnswerInTime(): Analysis | null {
	return useDeferredValue(useAnswer());
}
