import { z } from 'zod';

/** Reasons a call can fail. `data` is bad input: its message says what, where and what to do. */
export const errorCode = z.enum([
	'cancelled',
	'invalid-args',
	'not-found',
	'conflict',
	'data',
	'internal',
	'engine-gone',
	'version',
]);
export type ErrorCode = z.infer<typeof errorCode>;

export const toEngine = z.discriminatedUnion('t', [
	z.strictObject({ t: z.literal('hello'), version: z.string() }),
	z.strictObject({ t: z.literal('request'), id: z.int(), method: z.string(), args: z.unknown() }),
	z.strictObject({ t: z.literal('cancel'), id: z.int() }),
]);
export type ToEngine = z.infer<typeof toEngine>;

export const fromEngine = z.discriminatedUnion('t', [
	z.strictObject({ t: z.literal('hello'), version: z.string() }),
	z.strictObject({ t: z.literal('result'), id: z.int(), value: z.unknown() }),
	z.strictObject({ t: z.literal('error'), id: z.int(), code: errorCode, message: z.string() }),
	z.strictObject({
		t: z.literal('progress'),
		id: z.int(),
		done: z.number(),
		total: z.number().nullable(),
		phase: z.string(),
	}),
	z.strictObject({ t: z.literal('event'), name: z.string(), payload: z.unknown() }),
]);
export type FromEngine = z.infer<typeof fromEngine>;

/** A two-way pipe for whole messages: MessagePort, WebSocket, child process, or a held port in tests. */
export interface Port {
	post(message: unknown): void;
	onMessage(listener: (message: unknown) => void): void;
	onClose(listener: () => void): void;
	close(): void;
}

export class EngineError extends Error {
	readonly code: ErrorCode;

	constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = 'EngineError';
		this.code = code;
	}
}
