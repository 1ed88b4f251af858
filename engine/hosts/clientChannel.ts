import { z } from 'zod';

/** What the browser host and its forked engine say to each other: one pipe that carries the ports of many pages. */
export const clientMessage = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('open'), client: z.int() }),
	z.strictObject({ kind: z.literal('message'), client: z.int(), message: z.unknown() }),
	z.strictObject({ kind: z.literal('close'), client: z.int() }),
]);
export type ClientMessage = z.infer<typeof clientMessage>;
