import { Store } from '../../engine/Store.ts';
import { ruleOrder, type ScorecardSort } from './scorecardRows.ts';

export interface ScorecardState {
	/** Metric ids to show; null shows all that have values. */
	readonly metrics: ReadonlySet<string> | null;
	readonly sort: ScorecardSort;
	/** Whether everything to know before reading is unfolded. */
	readonly isWarningListOpen: boolean;
}

/** Kept while the app runs, so that the tab can be closed and opened again. */
export const scorecardState = new Store<ScorecardState>({
	metrics: null,
	sort: ruleOrder,
	isWarningListOpen: false,
});
