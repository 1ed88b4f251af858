import { projectState } from '#shared/model/projectState.ts';
import { z } from 'zod';

/** What the engine says unasked. */
export const events = {
	'project.changed': z.strictObject({ project: projectState.nullable() }),
} as const;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;
