import type { joinMethods } from '#shared/protocol/joinMethods.ts';
import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';

export function joinHandlers({ project }: HandlerContext): Pick<Handlers, keyof typeof joinMethods> {
	return {
		'joins.report': async ({ tableId }, job) => ({ pairs: await project.require().rows.joins(tableId, job) }),
	};
}
