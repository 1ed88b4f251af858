import { startTransition, useEffect, useState, useSyncExternalStore } from 'react';
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
	return useAnswerPart((analysis) => analysis);
}

/** One object of the last answer. Renders again when it says something else, whatever the rest of the answer does. */
export function useAnswerPart<T>(part: (analysis: Analysis) => T): T | null {
	const { state } = useSession().analysis.query;
	return useSyncExternalStore(state.subscribe, () => {
		const { value } = state.get();
		return value && part(value);
	});
}

/** Large views follow within this time also where the page is never idle. */
const IN_TIME_MS = 250;

/**
 * The answer for large views: what is under the pointer is drawn with the answer, they follow when that is on the screen and the page
 * has time, in steps that a newer answer interrupts.
 */
export function useAnswerInTime(): Analysis | null {
	const { state } = useSession().analysis.query;
	const [shown, setShown] = useState(() => state.get().value);
	useEffect(() => {
		let idle: number | null = null;
		const take = () => {
			idle = null;
			startTransition(() => setShown(state.get().value));
		};
		const follow = () => {
			if (state.get().value === null) {
				// Of a project that is closed nothing stays.
				setShown(null);
			}
			idle ??= requestIdleCallback(take, { timeout: IN_TIME_MS });
		};
		follow();
		const stopListening = state.subscribe(follow);
		return () => {
			stopListening();
			cancelIdleCallback(idle ?? 0);
		};
	}, [state]);
	return shown;
}
