import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
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
	const { query, retry } = useAsked(ask);
	const state = useStore(query.state);
	const cancel = useCallback(() => query.cancel(), [query]);
	return { ...state, isSlow: useDelayed(state.isRunning), retry, cancel };
}

/** The last answer alone, for what shows nothing of the next one while it is under way, and need not be drawn for it. */
export function useLatestAnswer<T>(ask: Ask<T> | null): T | null {
	const { state } = useAsked(ask).query;
	return useSyncExternalStore(state.subscribe, () => state.get().value);
}

function useAsked<T>(ask: Ask<T> | null): { readonly query: LatestQuery<T>; readonly retry: () => void } {
	const [query] = useState(() => new LatestQuery<T>());
	const retry = useCallback(() => {
		if (ask) {
			void query.ask(ask);
		}
	}, [query, ask]);
	useEffect(() => {
		retry();
		return () => query.cancel();
	}, [query, retry]);
	return { query, retry };
}
