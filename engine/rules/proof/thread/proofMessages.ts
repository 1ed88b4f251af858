import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import type { ProofField } from '../ProofField.ts';
import type { ProofOrder } from '../proveSegmentation.ts';

/** What the thread is asked. The same fields and date as before let it use what it found then. */
export interface ProofRequest {
	readonly order: ProofOrder;
	readonly fields: readonly ProofField[];
	readonly asOfDay: number;
	/** Questions that are not begun within this time are left unprovable; null for no limit. */
	readonly limitMs: number | null;
}

export type ProofAnswer =
	| { readonly kind: 'proved'; readonly proof: SegmentationProof }
	| { readonly kind: 'cancelled' }
	| { readonly kind: 'failed'; readonly message: string };

/** Words that both threads share. 1 ends the proof under way at its next question. */
export const CANCEL = 0;
/** Pairs of rules that are settled by now. */
export const PAIRS_DONE = 1;
export const CONTROL_WORDS = 2;
