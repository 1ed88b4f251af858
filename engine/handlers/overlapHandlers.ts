import type { overlapMethods } from '#shared/protocol/overlapMethods.ts';
import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';

export function overlapHandlers({ project }: HandlerContext): Pick<Handlers, keyof typeof overlapMethods> {
	return {
		'segments.overlap': async ({ segmentation }, job) => project.require().segments.overlap(segmentation, job),
		'segments.prove': async ({ segmentation }, job) => {
			const proof = await project.require().segments.prove(segmentation, job);
			return { ...proof, pairs: proof.pairs.filter(({ verdict }) => verdict !== 'disjoint') };
		},
		'segments.matching': async ({ segmentation, query, from, count }, job) => {
			await job.tick(0, null, 'Reading');
			return project.require().segments.matching(segmentation, query, { from, count });
		},
	};
}
