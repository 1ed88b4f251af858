import type { Repair } from '#shared/rules/repair/Repair.ts';
import { Store } from '../../engine/Store.ts';

export type Measure = 'people' | 'revenue';

/** What the view explains: two rules together, or one and what it loses. */
export type Chosen =
	| { readonly kind: 'pair'; readonly first: string; readonly second: string }
	| { readonly kind: 'segment'; readonly id: string };

export interface OverlapState {
	readonly measure: Measure;
	/** null for the pair that most people are in. */
	readonly chosen: Chosen | null;
	/** The repair whose effect is shown. */
	readonly repair: Repair | null;
}

/** Kept while the app runs, so that the tab can be closed and opened again. */
export const overlapState = new Store<OverlapState>({ measure: 'people', chosen: null, repair: null });

export function choose(chosen: Chosen | null, repair: Repair | null = null): void {
	overlapState.update((state) => ({ ...state, chosen, repair }));
}
