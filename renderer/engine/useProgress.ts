import { useCallback, useEffect, useRef, useState } from 'react';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { CallOptions } from '#shared/protocol/EngineClient.ts';
import type { Progress } from '#shared/protocol/progress.ts';
import { useDelayed } from './useDelayed.ts';

export interface ProgressAccess {
	readonly isRunning: boolean;
	/** What to show: null for the first 300 ms. */
	readonly progress: Progress | null;
	/** Runs work that reports progress. Resolves to null when cancelled, rejects when it fails. */
	readonly run: <T>(work: (options: Required<CallOptions>) => Promise<T>) => Promise<T | null>;
	readonly cancel: () => void;
}

const starting: Progress = { done: 0, total: null, phase: '' };

/** Progress and cancel for one long call of a screen. Leaving the screen does not cancel it. */
export function useProgress(): ProgressAccess {
	const [progress, setProgress] = useState<Progress | null>(null);
	const controller = useRef<AbortController | null>(null);
	const isMounted = useRef(true);
	useEffect(() => {
		isMounted.current = true;
		return () => {
			isMounted.current = false;
		};
	}, []);
	const run = useCallback(async <T>(work: (options: Required<CallOptions>) => Promise<T>): Promise<T | null> => {
		const current = new AbortController();
		controller.current = current;
		setProgress(starting);
		try {
			return await work({ signal: current.signal, onProgress: (now) => isMounted.current && setProgress(now) });
		} catch (error) {
			if (error instanceof EngineError && error.code === 'cancelled') {
				return null;
			}
			throw error;
		} finally {
			if (isMounted.current) {
				setProgress(null);
			}
		}
	}, []);
	const cancel = useCallback(() => controller.current?.abort(), []);
	const isShown = useDelayed(progress !== null);
	return { isRunning: progress !== null, progress: isShown ? progress : null, run, cancel };
}
