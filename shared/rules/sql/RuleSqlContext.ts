import type { SqlFrameColumn } from '../../model/sqlDialect.ts';
import type { SqlDialect } from './SqlDialect.ts';

/** What a rule is written out against. */
export interface RuleSqlContext {
	readonly dialect: SqlDialect;
	readonly columns: ReadonlyMap<string, SqlFrameColumn>;
	/** Days since 1970-01-01: `asof` becomes this date. */
	readonly asOfDay: number;
	/** Collects what people should know. */
	readonly notes: Set<string>;
}
