import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';
import { hostHandlers } from './hostHandlers.ts';
import { projectHandlers } from './projectHandlers.ts';
import { segmentHandlers } from './segmentHandlers.ts';
import { tableHandlers } from './tableHandlers.ts';

/** An answer to every method of the protocol; a missing one does not compile. */
export function createHandlers(context: HandlerContext): Handlers {
	return {
		...projectHandlers(context),
		...tableHandlers(context),
		...segmentHandlers(context),
		...hostHandlers(context),
	};
}
