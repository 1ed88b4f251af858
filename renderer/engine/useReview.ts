import type { SegmentReview } from '#shared/model/segmentReview.ts';
import { useSession } from './EngineContext.ts';
import { useStore } from './useStore.ts';

export interface ReviewAccess {
	/** The last answer, also while the next is under way. Null until there is one. */
	readonly review: SegmentReview | null;
	readonly isRunning: boolean;
	readonly error: Error | null;
	/** Also compare with an earlier date where that takes long. */
	readonly askPatiently: () => void;
}

/** The shared review of the draft. */
export function useReview(): ReviewAccess {
	const store = useSession().review;
	const { value, isRunning, error } = useStore(store.query.state);
	return { review: value, isRunning, error, askPatiently: () => store.askPatiently() };
}
