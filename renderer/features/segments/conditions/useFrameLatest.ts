import { useCallback, useEffect, useRef } from 'react';

/**
 * Hands on at most one value per display frame, the newest. While a pointer moves there are more events than frames, and each value
 * that is handed on has the whole segmentation counted.
 */
export function useFrameLatest<Value>(take: (value: Value) => void): (value: Value) => void {
	const newest = useRef(take);
	const frame = useRef(0);
	const waiting = useRef<{ readonly value: Value } | null>(null);
	useEffect(() => {
		newest.current = take;
	}, [take]);
	useEffect(() => () => cancelAnimationFrame(frame.current), []);
	return useCallback((value: Value) => {
		waiting.current = { value };
		frame.current ||= requestAnimationFrame(() => {
			const next = waiting.current;
			frame.current = 0;
			waiting.current = null;
			if (next) {
				newest.current(next.value);
			}
		});
	}, []);
}
