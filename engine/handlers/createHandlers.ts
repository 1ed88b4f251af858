import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';
import { builderHandlers } from './builderHandlers.ts';
import { exportHandlers } from './exportHandlers.ts';
import { hostHandlers } from './hostHandlers.ts';
import { joinHandlers } from './joinHandlers.ts';
import { migrationHandlers } from './migrationHandlers.ts';
import { overlapHandlers } from './overlapHandlers.ts';
import { projectHandlers } from './projectHandlers.ts';
import { qualityHandlers } from './qualityHandlers.ts';
import { segmentHandlers } from './segmentHandlers.ts';
import { sqlHandlers } from './sqlHandlers.ts';
import { tableHandlers } from './tableHandlers.ts';
import { templateHandlers } from './templateHandlers.ts';
import { versionHandlers } from './versionHandlers.ts';

/** An answer to every method of the protocol; a missing one does not compile. */
export function createHandlers(context: HandlerContext): Handlers {
	return {
		...projectHandlers(context),
		...tableHandlers(context),
		...exportHandlers(context),
		...joinHandlers(context),
		...templateHandlers(context),
		...qualityHandlers(context),
		...segmentHandlers(context),
		...overlapHandlers(context),
		...migrationHandlers(context),
		...builderHandlers(context),
		...versionHandlers(context),
		...sqlHandlers(context),
		...hostHandlers(context),
	};
}
