import type { Problem } from '#shared/model/problem.ts';
import { EngineError } from '#shared/protocol/envelope.ts';

/** Strict mode promises that no customer can match two rules; throws `data` with the witness where one can. */
export function requireExclusive(problems: readonly Problem[]): void {
	const overlaps = problems.filter(({ code }) => code === 'segments.overlap');
	if (overlaps.length > 0) {
		const rest = overlaps.length === 1 ? '' : ` ${overlaps.length - 1} more pairs overlap, see Problems.`;
		throw new EngineError('data', `The version was not saved. ${overlaps[0]!.message}${rest}`);
	}
}
