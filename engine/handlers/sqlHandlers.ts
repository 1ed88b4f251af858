import { resolve } from 'node:path';
import type { SqlColumn } from '#shared/model/sqlConsole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { sqlMethods } from '#shared/protocol/sqlMethods.ts';
import type { Handlers } from '../server.ts';
import { resultArrow } from '../session/resultArrow.ts';
import type { SqlCell } from '../sql/sqlMessages.ts';
import { ResultSpool } from '../session/ResultSpool.ts';
import { realPath } from './realPath.ts';
import type { HandlerContext } from './HandlerContext.ts';

/** A result for the screen ends here, so that it fits into one message. */
const MOST_CHARACTERS = 4 * 2 ** 20;
const MOST_CELLS = 400_000;

export function sqlHandlers({ project }: HandlerContext): Pick<Handlers, keyof typeof sqlMethods> {
	return {
		'sql.schema': () => Promise.resolve({ tables: project.require().sql.tables() }),
		'sql.run': async ({ text, limit }, job) => {
			const startedMs = performance.now();
			let columns: readonly SqlColumn[] = [];
			const rows: (readonly SqlCell[])[] = [];
			let characters = 0;
			const end = await project.require().sql.run(
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
		'sql.export': async ({ text, format, path, mayReplace }, job) => {
			const session = project.require();
			const wanted = resolve(path);
			if (realPath(wanted) === session.state.path) {
				throw new EngineError('data', 'This is the project itself. Choose another name for the export.');
			}
			let spool = new ResultSpool([]);
			const end = await session.sql.run(
				{ text, limit: null },
				{ columns: (columns) => (spool = new ResultSpool(columns)), rows: (rows) => spool.add(rows) },
				job,
			);
			if (end.kind === 'refused') {
				return end;
			}
			const { exportTable } = await import('../export/table/exportTable.ts');
			const source = spool.source('result', session.frame.asOfDay);
			const written = await exportTable({ source, format, path: wanted, where: null, columns: null, mayReplace, job });
			session.note('sql.exported', wanted);
			return { kind: 'exported', ...written };
		},
		'sql.remember': (entry) => {
			project.require().sql.remember(entry);
			return Promise.resolve({});
		},
		'sql.history': ({ limit }) => Promise.resolve({ entries: project.require().sql.history(limit) }),
	};
}
