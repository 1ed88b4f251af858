import type { ColumnType } from '#shared/model/columnType.ts';

/** A column as the guesses see it. */
export interface GuessColumn {
	readonly name: string;
	readonly type: ColumnType;
	/** Sampled values. */
	readonly values: readonly string[];
}
