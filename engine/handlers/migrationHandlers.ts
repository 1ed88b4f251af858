import type { migrationMethods } from '#shared/protocol/migrationMethods.ts';
import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';

export function migrationHandlers({ project }: HandlerContext): Pick<Handlers, keyof typeof migrationMethods> {
	return {
		'segments.migration': async ({ segmentation, settings, dates }, job) =>
			project.require().segments.migration(segmentation, settings, dates, job),
		'segments.moving': async ({ segmentation, query, from, count }, job) =>
			project.require().segments.moving(segmentation, query, { from, count }, job),
	};
}
