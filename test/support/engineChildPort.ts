import type { Port } from '#shared/protocol/envelope.ts';
import type { EngineChild } from '../../engine/hosts/serve/EngineChild.ts';

/** A port to a forked engine process. */
export function engineChildPort(engine: EngineChild): Port {
	const onMessage: ((message: unknown) => void)[] = [];
	const onClose: (() => void)[] = [];
	const link = engine.connect({
		onMessage: (message) => onMessage.forEach((listener) => listener(message)),
		onClose: () => onClose.forEach((listener) => listener()),
	});
	return {
		post: (message) => link.post(message),
		onMessage: (listener) => void onMessage.push(listener),
		onClose: (listener) => void onClose.push(listener),
		close: () => link.close(),
	};
}
