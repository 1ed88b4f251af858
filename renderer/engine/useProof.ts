import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import { useSession } from './EngineContext.ts';
import { useStore } from './useStore.ts';

export interface ProofAccess {
	/** The last answer, also while the next is under way. Null until there is one. */
	readonly proof: SegmentationProof | null;
	readonly isRunning: boolean;
	readonly error: Error | null;
}

/** What is proved of the draft. */
export function useProof(): ProofAccess {
	const { value, isRunning, error } = useStore(useSession().proof.query.state);
	return { proof: value, isRunning, error };
}
