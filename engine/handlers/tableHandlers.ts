import { EngineError } from '#shared/protocol/envelope.ts';
import type { tableMethods } from '#shared/protocol/tableMethods.ts';
import { noKnownKeys } from '../import/guess/KnownKeys.ts';
import { previewSource } from '../import/previewSource.ts';
import { gatherFiles } from '../import/source/gatherFiles.ts';
import { groupByShape } from '../import/source/groupByShape.ts';
import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';
import { realPath } from './realPath.ts';

export function tableHandlers({ project, preferences }: HandlerContext): Pick<Handlers, keyof typeof tableMethods> {
	/** The project file itself is refused: reading it by other means would end the lock on it. */
	function requireForeign(path: string): string {
		const wanted = realPath(path);
		if (wanted === project.current?.state.path) {
			throw new EngineError('data', 'This is the project itself. Choose the file with the data.');
		}
		return wanted;
	}

	return {
		'tables.gather': async ({ paths }, job) => {
			const { groups, skipped } = gatherFiles(paths);
			const shaped: string[][] = [];
			for (const [index, group] of groups.entries()) {
				shaped.push(...(await groupByShape(group)));
				await job.tick(index + 1, groups.length, 'Looking into the files');
			}
			return { groups: shaped, skipped: [...skipped] };
		},
		'tables.preview': async ({ path, overrides }) => {
			const { mappingTemplates: templates = [] } = await preferences.read();
			const known = project.current?.rows.knownKeys() ?? noKnownKeys;
			overrides.source?.more?.forEach((file) => requireForeign(file.path));
			return previewSource(requireForeign(path), overrides, { known, templates });
		},
		'tables.import': async ({ plan, replaces }, job) => {
			[plan, ...plan.source.more].forEach((file) => requireForeign(file.path));
			const session = project.require();
			const table = await session.importTable(plan, replaces, job);
			return { table, project: await project.edit(() => Promise.resolve()) };
		},
		'tables.remap': ({ tableId, mapping }, job) => project.edit((session) => session.remapTable(tableId, mapping, job)),
		'tables.remove': ({ tableId }, job) => project.edit((session) => session.removeTable(tableId, job)),
		'tables.page': async ({ tableId, order = null, from, count }, job) =>
			project.require().rows.page(tableId, from, count, order, job),
		'tables.quarantine': async ({ tableId, from, count }) =>
			Promise.resolve(project.require().rows.quarantined(tableId, from, count)),
	};
}
