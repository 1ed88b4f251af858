import type { Segmentation } from '#shared/model/segmentation.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import type { Assignment } from '../../rules/Assignment.ts';

/** One date: who is in which segment, who is a customer at all, and what each spent in the period up to it. */
export interface DatedState {
	/** ISO date. */
	readonly date: string;
	readonly assignment: Assignment;
	readonly isCustomer: (row: number) => boolean;
	/** Revenue per customer in minor units; null without dated orders that say it. */
	readonly spent: ArrayLike<number> | null;
}

export interface MigrationInput {
	readonly segmentation: Segmentation;
	readonly settings: Pick<AnalysisSettings, 'level' | 'correction' | 'currency'>;
	readonly before: DatedState;
	readonly after: DatedState;
	/** Days between the dates. */
	readonly days: number;
	/** Places behind the decimal point of revenue. */
	readonly scale: number;
	readonly notes: readonly string[];
	/** Called between passes over the customers; throws when the caller cancelled. */
	readonly tick: () => void;
}
