import type { builderMethods } from '#shared/protocol/builderMethods.ts';
import { proposeClusters } from '../builders/clusters/proposeClusters.ts';
import { proposeGrid } from '../builders/grid/proposeGrid.ts';
import { proposeRfm } from '../builders/rfm/proposeRfm.ts';
import { proposeScore } from '../builders/score/proposeScore.ts';
import { proposeTree } from '../builders/tree/proposeTree.ts';
import { treeFields } from '../builders/tree/treeFields.ts';
import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';

export function builderHandlers({ project }: HandlerContext): Pick<Handlers, keyof typeof builderMethods> {
	return {
		'builders.rfm': ({ settings }, job) => proposeRfm(project.require().segments.builderInput(), settings, job),
		'builders.grid': ({ settings }, job) => proposeGrid(project.require().segments.builderInput(), settings, job),
		'builders.score': ({ settings }, job) => proposeScore(project.require().segments.builderInput(), settings, job),
		'builders.tree': ({ settings }, job) => proposeTree(project.require().segments.builderInput(), settings, job),
		'builders.treeFields': async ({ outcome }) => ({
			fields: treeFields(project.require().segments.builderInput(), outcome),
		}),
		'builders.clusters': ({ settings }, job) =>
			proposeClusters(project.require().segments.builderInput(), settings, job),
	};
}
