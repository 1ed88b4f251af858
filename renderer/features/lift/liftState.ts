import type { LiftScale } from '#shared/charts/liftScale.ts';
import { Store } from '../../engine/Store.ts';

export interface LiftState {
	/** Metric id; null for the one that the data suggests. */
	readonly metric: string | null;
	readonly scale: LiftScale | null;
	readonly gainsMetric: string | null;
}

/** Kept while the app runs, so that the tab can be closed and opened again. */
export const liftState = new Store<LiftState>({ metric: null, scale: null, gainsMetric: null });
