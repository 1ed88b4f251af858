import type { SqlColumn } from '#shared/model/sqlConsole.ts';
import type { sqlMethods } from '#shared/protocol/sqlMethods.ts';
import type { Handlers } from '../server.ts';
import { resultArrow } from '../session/resultArrow.ts';
import type { SqlCell } from '../sql/sqlMessages.ts';
import type { HandlerContext } from './HandlerContext.ts';

/** A result for the screen ends here, so that it fits into one message. */
const MOST_CHARACTERS = 4 * 2 ** 20;
const MOST_CELLS = 400_000;

export function sqlHandlers({ project }: HandlerContext): Pick<Handlers, keyof typeof sqlMethods> {
	return {
		'sql.schema': () => Promise.resolve({ tables: project.require().sqlTables() }),
		'sql.run': async ({ text, limit }, job) => {
			const startedMs = performance.now();
			let columns: readonly SqlColumn[] = [];
			const rows: (readonly SqlCell[])[] = [];
			let characters = 0;
			const end = await project.require().runSql(
				{ text, limit },
				{
					columns: (found) => (columns = found),
					rows(batch) {
						for (const row of batch) {
							characters += row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0);
							if (rows.length === 0 || (characters <= MOST_CHARACTERS && rows.length * columns.length < MOST_CELLS)) {
								rows.push(row);
							}
						}
					},
				},
				job,
			);
			if (end.kind === 'refused') {
				return end;
			}
			return {
				kind: 'rows',
				...resultArrow(columns, rows),
				count: rows.length,
				hasMore: end.hasMore || rows.length < end.rows,
				durationMs: performance.now() - startedMs,
			};
		},
		'sql.remember': (entry) => {
			project.require().rememberQuery(entry);
			return Promise.resolve({});
		},
		'sql.history': ({ limit }) => Promise.resolve({ entries: project.require().queries(limit) }),
	};
}
