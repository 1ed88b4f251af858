import { Store } from '../../engine/Store.ts';

/** A place in a rule that the editor should show, asked for by the Problems panel or the side bar. */
export interface RevealRequest {
	readonly segmentId: string;
	/** Offsets in the rule; null selects the name, for a segment that was just added. */
	readonly range: { readonly from: number; readonly to: number } | null;
}

/** The newest request; the editor takes it when it is there, also if it opens only afterwards. */
export const revealRequest = new Store<RevealRequest | null>(null);
