import { z } from 'zod';
import { events } from './events.ts';
import { methods, PROTOCOL_VERSION } from './methods.ts';

/** Every schema of the protocol as one text: what both sides must agree on. */
export function protocolShape(): string {
	const shape = (schema: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(schema, { io, unrepresentable: 'any' });
	return JSON.stringify({
		methods: Object.entries(methods).map(([name, entry]) => [
			name,
			entry.kind,
			shape(entry.input, 'input'),
			shape(entry.output, 'output'),
		]),
		events: Object.entries(events).map(([name, schema]) => [name, shape(schema, 'output')]),
	});
}

/**
 * 53-bit hash of a text (cyrb53, Bryc 2018, public domain). Tells two builds apart; it is not a defence against anybody.
 * Written here because the browser's own hashes are asynchronous.
 */
function hashText(text: string): string {
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		high = Math.imul(high ^ unit, 2654435761);
		low = Math.imul(low ^ unit, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

let known: string | null = null;

/** The version both sides say hello with: the number plus a hash of all schemas, so that no mix of builds goes unnoticed. */
export function protocolVersion(): string {
	known ??= `${PROTOCOL_VERSION}.${hashText(protocolShape())}`;
	return known;
}

export const VERSION_MISMATCH =
	'This window and the engine belong to different versions of Tranche. Close all windows of Tranche and start it again.';
