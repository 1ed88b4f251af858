import { z } from 'zod';
import { EngineError, toEngine, type FromEngine, type Port } from '#shared/protocol/envelope.ts';
import { methods, type MethodName, type Parsed, type Result } from '#shared/protocol/methods.ts';
import { protocolVersion, VERSION_MISMATCH } from '#shared/protocol/protocolVersion.ts';
import { EngineEvents } from './EngineEvents.ts';
import { createJob, type Job } from './job.ts';
import { WriteQueue } from './writeQueue.ts';

export type Handler<N extends MethodName> = (args: Parsed<N>, job: Job) => Promise<Result<N>>;
export type Handlers = { readonly [N in MethodName]: Handler<N> };

export interface ServeOptions {
	/** Shared by all clients of one engine, so that their writes cannot overlap. */
	readonly writes?: WriteQueue;
	readonly events?: EngineEvents;
	readonly log?: (message: string) => void;
}

/**
 * Answers one client until its port closes; closing cancels what it had asked for. Reads run at once and see the state
 * before any write that is still waiting or under way. Arguments and results are both checked against their schemas.
 */
export function serve(port: Port, handlers: Handlers, options: ServeOptions = {}): void {
	const { writes = new WriteQueue(), events = new EngineEvents(), log = console.error } = options;
	const running = new Map<number, AbortController>();
	let refusal: EngineError | null = new EngineError('version', VERSION_MISMATCH);
	let isOpen = true;

	const unsubscribe = events.subscribe((name, payload) => post({ t: 'event', name, payload }));
	port.onMessage(receive);
	port.onClose(() => {
		isOpen = false;
		unsubscribe();
		for (const controller of running.values()) {
			controller.abort();
		}
	});

	function receive(raw: unknown): void {
		const parsed = toEngine.safeParse(raw);
		if (!parsed.success) {
			log(`A message was dropped because it is not one of the protocol: ${z.prettifyError(parsed.error)}`);
			return;
		}
		const message = parsed.data;
		switch (message.t) {
			case 'hello':
				refusal = message.version === protocolVersion() ? null : new EngineError('version', VERSION_MISMATCH);
				post({ t: 'hello', version: protocolVersion() });
				return;
			case 'cancel':
				running.get(message.id)?.abort();
				return;
			case 'request':
				void answer(message.id, message.method, message.args);
		}
	}

	async function answer(id: number, name: string, args: unknown): Promise<void> {
		if (running.has(id)) {
			log(`The request ${id} was dropped because another one with this number is still running.`);
			return;
		}
		const controller = new AbortController();
		running.set(id, controller);
		try {
			if (refusal) {
				throw refusal;
			}
			if (!isMethod(name)) {
				throw new EngineError('invalid-args', `The engine knows no method ${name}.`);
			}
			const job = createJob(controller.signal, (progress) => post({ t: 'progress', id, ...progress }));
			post({ t: 'result', id, value: await dispatch(name, args, job) });
		} catch (error) {
			const known = asEngineError(error, name, log);
			post({ t: 'error', id, code: known.code, message: known.message });
		} finally {
			running.delete(id);
		}
	}

	async function dispatch<N extends MethodName>(name: N, raw: unknown, job: Job): Promise<unknown> {
		const args = methods[name].input.safeParse(raw);
		if (!args.success) {
			throw new EngineError('invalid-args', z.prettifyError(args.error));
		}
		const handler: Handler<N> = handlers[name];
		// The schema of this very method has just been checked.
		const work = () => handler(args.data as Parsed<N>, job);
		const value = methods[name].kind === 'write' ? await writes.run(work, job.signal) : await work();
		const result = methods[name].output.safeParse(value);
		if (!result.success) {
			throw new Error(`The result of ${name} does not fit its schema. ${z.prettifyError(result.error)}`);
		}
		return result.data;
	}

	function post(message: FromEngine): void {
		if (isOpen) {
			port.post(message);
		}
	}
}

function isMethod(name: string): name is MethodName {
	return Object.hasOwn(methods, name);
}

/** Faults are logged with their stack and reach the user as one sentence. */
function asEngineError(error: unknown, method: string, log: (message: string) => void): EngineError {
	if (error instanceof EngineError) {
		return error;
	}
	const fault = error instanceof Error ? error : new Error(String(error));
	log(`${method} failed: ${fault.stack ?? fault.message}`);
	return new EngineError(
		'internal',
		`Something went wrong inside Tranche: ${fault.message}. Try again; if it happens again, restart Tranche.`,
	);
}
