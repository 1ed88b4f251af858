import { EngineError } from '#shared/protocol/envelope.ts';
import type { qualityMethods } from '#shared/protocol/qualityMethods.ts';
import type { TableSummary } from '#shared/model/table.ts';
import type { Handlers } from '../server.ts';
import type { TableDesk } from '../session/TableDesk.ts';
import type { HandlerContext } from './HandlerContext.ts';
import { realPath } from './realPath.ts';

export function qualityHandlers({ project }: HandlerContext): Pick<Handlers, keyof typeof qualityMethods> {
	const desk = () => project.require().tables;

	async function revise(work: (desk: TableDesk) => Promise<TableSummary>) {
		const table = await work(desk());
		return { table, project: await project.edit(() => Promise.resolve()) };
	}

	/** The project file itself is refused: reading it by other means would end the lock on it. */
	function requireForeign(paths: readonly string[]): void {
		if (paths.some((path) => realPath(path) === project.current?.state.path)) {
			throw new EngineError('data', 'This is the project itself. Choose the file with the data.');
		}
	}

	return {
		'quality.table': async ({ tableId }, job) => {
			const { state } = project.require();
			const quality = await desk().quality(tableId, job);
			if (project.current?.state !== state) {
				project.announce();
			}
			return quality;
		},
		'quality.rows': ({ tableId, filter, from, count }, job) => desk().filteredPage(tableId, filter, from, count, job),
		'quality.exclude': ({ tableId, filter, name }, job) => revise((at) => at.exclude(tableId, filter, name, job)),
		'quality.identity': () => Promise.resolve(desk().identity()),
		'quarantine.groups': async ({ tableId }, job) => ({ groups: [...(await desk().quarantineGroups(tableId, job))] }),
		'quarantine.rows': ({ tableId, ...asked }, job) => desk().quarantineRows(tableId, asked, job),
		'quarantine.preview': ({ tableId, fix }, job) => desk().previewFix(tableId, fix, job),
		'quarantine.load': ({ tableId, fix }, job) => revise((at) => at.loadFixed(tableId, fix, job)),
		'quarantine.export': async ({ tableId, path }, job) => ({
			rows: await desk().exportQuarantine(tableId, path, job),
		}),
		'reimport.plan': async ({ tableId, paths }) => {
			requireForeign(paths);
			const { plan, notes } = await desk().planNewer(tableId, paths.map(realPath));
			return { plan, notes: [...notes] };
		},
		'reimport.compare': ({ tableId, plan, keys }, job) => {
			requireForeign([plan.path, ...plan.source.more.map(({ path }) => path)]);
			return desk().compare(tableId, plan, keys, job);
		},
		'reimport.apply': ({ tableId, token, mode }, job) => revise((at) => at.applyCompared(tableId, token, mode, job)),
		'reimport.forget': () => {
			desk().forgetCompared();
			return Promise.resolve({});
		},
	};
}
