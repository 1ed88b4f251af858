import type { builderMethods } from '#shared/protocol/builderMethods.ts';
import { proposeRfm } from '../builders/rfm/proposeRfm.ts';
import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';

export function builderHandlers({ project }: HandlerContext): Pick<Handlers, keyof typeof builderMethods> {
	return {
		'builders.rfm': ({ settings }, job) => proposeRfm(project.require().builderInput(), settings, job),
	};
}
