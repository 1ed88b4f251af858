import type { Problem } from '#shared/model/problem.ts';
import { EngineError } from '#shared/protocol/envelope.ts';

/** A rule that cannot be read, and in strict mode rules that overlap: a segment that is not what its author meant is worse than none. */
export function requireSoundRules(path: string, problems: readonly Problem[]): void {
	const errors = problems.filter(({ severity, source }) => severity === 'error' && source.kind === 'segment');
	refuseRules(
		path,
		errors.map(({ message }) => message),
	);
}

/** Throws what is wrong with the rules of a segments file, a line each; nothing where there is nothing. */
export function refuseRules(path: string, messages: readonly string[]): void {
	if (messages.length > 0) {
		const lines = messages.map((message) => `  ${message}`);
		throw new EngineError('data', [`The rules in ${path} cannot be used:`, ...lines].join('\n'));
	}
}
