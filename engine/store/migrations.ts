import { initialSchema } from './migrations/initialSchema.ts';
import { queryHistory } from './migrations/queryHistory.ts';
import { tableOrigin } from './migrations/tableOrigin.ts';

export interface Migration {
	/** Never changes once released: a file that lists another name at this place was written by another program. */
	readonly name: string;
	readonly sql: string;
}

/**
 * Every step of the project file's schema, oldest first. Append only; `user_version` is the number of steps a file has
 * been through. A step runs in one transaction, after a copy of the file was made beside it.
 */
export const migrations: readonly Migration[] = [initialSchema, queryHistory, tableOrigin];
