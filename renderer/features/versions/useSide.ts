import { useCallback } from 'react';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { useDraft } from '../../engine/useDraft.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest, type Latest } from '../../engine/useLatest.ts';
import type { Side } from './side.ts';

/** The segmentation of a side: the draft at once, a version when the engine has read it. */
export function useSide(side: Side): Pick<Latest<Segmentation>, 'value' | 'error'> {
	const engine = useEngine();
	const draft = useDraft();
	const ask = useCallback(
		async (signal: AbortSignal) =>
			(await engine.call('versions.read', { versionId: Number(side) }, { signal })).segmentation,
		[engine, side],
	);
	const { value, error } = useLatest(side === 'draft' ? null : ask);
	return side === 'draft' ? { value: draft, error: null } : { value, error };
}
