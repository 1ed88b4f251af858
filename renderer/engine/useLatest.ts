import { useCallback, useEffect, useState } from 'react';
import { LatestQuery, type LatestState } from './LatestQuery.ts';
import { useDelayed } from './useDelayed.ts';
import { useStore } from './useStore.ts';

/** One question to the engine. Make it with useCallback: a new function is a new question. */
export type Ask<T> = (signal: AbortSignal) => Promise<T>;

export interface Latest<T> extends LatestState<T> {
	/** Running for more than 300 ms: time to show it. */
	readonly isSlow: boolean;
	readonly retry: () => void;
	readonly cancel: () => void;
}

/** Asks latest-only: a new question aborts the last one, and so does leaving the screen. `null` asks nothing. */
export function useLatest<T>(ask: Ask<T> | null): Latest<T> {
	const [query] = useState(() => new LatestQuery<T>());
	const state = useStore(query.state);
	const retry = useCallback(() => {
		if (ask) {
			void query.ask(ask);
		}
	}, [query, ask]);
	useEffect(() => {
		retry();
		return () => query.cancel();
	}, [query, retry]);
	const cancel = useCallback(() => query.cancel(), [query]);
	return { ...state, isSlow: useDelayed(state.isRunning), retry, cancel };
}
