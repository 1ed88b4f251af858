import { useCallback } from 'react';
import type { ProjectState } from '#shared/model/projectState.ts';
import type { EngineCalls } from '../../engine/EngineSession.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest, type Latest } from '../../engine/useLatest.ts';

/** One builder's question; declare it outside of components, since another function is another question. */
export type AskBuilder<S, T> = (engine: EngineCalls, settings: S, signal: AbortSignal) => Promise<T>;

/** Asks a builder latest-only, again whenever the settings or anything in the project change. */
export function useProposal<S, T>(ask: AskBuilder<S, T>, settings: S, { revision }: ProjectState): Latest<T> {
	const engine = useEngine();
	return useLatest(
		useCallback(
			(signal: AbortSignal) => ask(engine, settings, signal),
			// Another revision may have other customers or exclusions.
			// oxlint-disable-next-line react/exhaustive-deps
			[ask, engine, settings, revision],
		),
	);
}
