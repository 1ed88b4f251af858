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
