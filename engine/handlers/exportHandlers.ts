import { EngineError } from '#shared/protocol/envelope.ts';
import type { exportMethods } from '#shared/protocol/exportMethods.ts';
import { resolve } from 'node:path';
import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';
import { realPath } from './realPath.ts';

export function exportHandlers({ project }: HandlerContext): Pick<Handlers, keyof typeof exportMethods> {
	return {
		'tables.export': async ({ source, path, ...order }, job) => {
			const session = project.require();
			const wanted = resolve(path);
			if (realPath(wanted) === session.state.path) {
				throw new EngineError('data', 'This is the project itself. Choose another name for the export.');
			}
			const rows =
				source.kind === 'table'
					? session.rows.all(source.tableId)
					: session.segments.customerRows(source.segmentation, source.segmentId);
			const { exportTable } = await import('../export/table/exportTable.ts');
			const result = await exportTable({ ...order, source: rows, path: wanted, job });
			session.note('tables.exported', `${rows.name}: ${result.rows} rows to ${wanted}`);
			return result;
		},
	};
}
