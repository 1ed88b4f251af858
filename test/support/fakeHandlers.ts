import type { Handlers } from '../../engine/server.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { methods } from '#shared/protocol/methods.ts';

/** Handlers of which only the given ones answer. */
export function fakeHandlers(given: Partial<Handlers>): Handlers {
	const others = Object.keys(methods).map((name) => [
		name,
		() => Promise.reject(new EngineError('not-found', `The test gave no ${name}.`)),
	]);
	return { ...(Object.fromEntries(others) as Handlers), ...given };
}
