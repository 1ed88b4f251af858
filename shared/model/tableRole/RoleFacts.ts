import { z } from 'zod';
import type { ColumnType } from '../columnType.ts';

export const tableRole = z.enum([
	'customers',
	'orders',
	'recipients',
	'funnel',
	'costs',
	'survey',
	'activity',
	'log',
	'other',
]);
export type TableRole = z.infer<typeof tableRole>;

/** One thing a role can know about its rows. A mapping says which column of the file holds it. */
export interface RoleField {
	readonly id: string;
	readonly label: string;
	readonly description: string;
	/** Types that a column must have to play the part. */
	readonly types: readonly ColumnType[];
	readonly isRequired: boolean;
	/**
	 * Whether figures per customer are counted from it, so that a copy sorted by customer is kept. The others stay in their
	 * table, where segments, reports and SQL find them.
	 */
	readonly isMeasured: boolean;
	/** How much a column of this kind says for the role of its table, 0 to 3. */
	readonly weight: number;
	/** Normalised header spellings (lower case, letters and digits only), best first. English, German, French, Spanish. */
	readonly synonyms: readonly string[];
}

export interface RoleFacts {
	readonly id: TableRole;
	readonly label: string;
	readonly description: string;
	/** Event roles hold many rows per customer and are clustered by customer at import, where the rows name one. */
	readonly isEvent: boolean;
	/** Whether its dates say how far the data goes, so that the as-of date follows the newest of them. */
	readonly movesAsOf: boolean;
	/** Names of files that hold such rows, without accents and in lower case. */
	readonly fileNames: RegExp;
	readonly fields: readonly RoleField[];
}
