import type { builderMethods } from '#shared/protocol/builderMethods.ts';
import { proposeClusters } from '../builders/clusters/proposeClusters.ts';
import { proposeGrid } from '../builders/grid/proposeGrid.ts';
import { proposeRfm } from '../builders/rfm/proposeRfm.ts';
import { proposeScore } from '../builders/score/proposeScore.ts';
import { proposeTree } from '../builders/tree/proposeTree.ts';
import { treeFields } from '../builders/tree/treeFields.ts';
import { withCustomFields } from '../builders/withCustomFields.ts';
import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';

export function builderHandlers({ project }: HandlerContext): Pick<Handlers, keyof typeof builderMethods> {
	const input = () => project.require().segments.builderInput();
	return {
		'builders.rfm': async ({ settings }, job) =>
			proposeRfm(await withCustomFields(input(), Object.values(settings.fields), job), settings, job),
		'builders.grid': async ({ settings }, job) => {
			const names = settings.variables.flatMap(({ field, split }) => [
				field,
				...(split.kind === 'outcome' ? [split.outcome] : []),
			]);
			return proposeGrid(await withCustomFields(input(), names, job), settings, job);
		},
		'builders.score': async ({ settings }, job) => {
			const names = settings.fields.map(({ field }) => field);
			return proposeScore(await withCustomFields(input(), names, job), settings, job);
		},
		'builders.tree': async ({ settings }, job) => {
			const { outcome, fields } = settings;
			const names = outcome.kind === 'amount' ? [...fields, outcome.field] : fields;
			return proposeTree(await withCustomFields(input(), names, job), settings, job);
		},
		'builders.treeFields': async ({ outcome }, job) => ({ fields: await treeFields(input(), outcome, job) }),
		'builders.clusters': async ({ settings }, job) => {
			const names = settings.fields.map(({ name }) => name);
			return proposeClusters(await withCustomFields(input(), names, job), settings, job);
		},
	};
}
