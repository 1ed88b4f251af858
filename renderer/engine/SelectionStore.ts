import { Store } from './Store.ts';

/** A figure of the scorecard: a metric id and a segment id, or null for the whole base. */
export interface SelectedNumber {
	readonly metric: string;
	readonly segment: string | null;
}

export interface Selection {
	readonly segmentId: string | null;
	readonly number: SelectedNumber | null;
}

/** What is selected in every view at once. */
export class SelectionStore {
	readonly state = new Store<Selection>({ segmentId: null, number: null });

	selectSegment(segmentId: string | null): void {
		this.state.update((selection) => (selection.segmentId === segmentId ? selection : { ...selection, segmentId }));
	}

	/** Selects a figure, and with it the segment it belongs to. */
	selectNumber(number: SelectedNumber | null): void {
		this.state.update((selection) => ({ segmentId: number?.segment ?? selection.segmentId, number }));
	}

	clear(): void {
		this.state.set({ segmentId: null, number: null });
	}
}
