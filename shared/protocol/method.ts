import { z } from 'zod';

export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
	/**
	 * Reads run against the current state; writes are queued one after the other. Long writes queue for the steps alone that need it, so
	 * that what they work out in between holds up no other write.
	 */
	readonly kind: 'read' | 'write' | 'long-write';
	readonly input: I;
	readonly output: O;
}

/** Declares one engine method; the schemas are the only source of its types. */
export function method<I extends z.ZodType, O extends z.ZodType>(spec: Method<I, O>): Method<I, O> {
	return spec;
}

const MAX_RESULT_BYTES = 16 * 2 ** 20;

/** Arrow IPC stream bytes. Only aggregates and pages travel; raw columns stay in the engine. */
export const arrowBytes = z.custom<Uint8Array>(
	(value) => value instanceof Uint8Array && value.byteLength <= MAX_RESULT_BYTES,
	'Expected Arrow bytes of at most 16 MiB',
);

export const nothing = z.strictObject({});

/** Metadata of a field of an Arrow page: the decimal places of its column, absent where values have none in common. */
export const SCALE_METADATA = 'scale';
