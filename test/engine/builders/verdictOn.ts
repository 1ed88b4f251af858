import { checkRule } from '#shared/rules/checkRule.ts';
import type { Frame } from '../../../engine/frame/Frame.ts';
import { frameProofFields } from '../../../engine/rules/proof/frameProofFields.ts';
import { IS_NOT_TRUE, IS_TRUE, Prover } from '../../../engine/rules/proof/Prover.ts';

/** What the prover says of rules over a frame: no customer that there could be matches two, and none matches none. */
export function verdictOn(frame: Frame, segments: readonly { readonly rule: string }[]) {
	const prover = new Prover(frameProofFields(frame), frame.asOfDay);
	const rules = segments.map(({ rule }) => {
		const { typed, diagnostics } = checkRule(rule, frame.fields);
		if (!typed) {
			throw new Error(`${rule}: ${diagnostics.map(({ message }) => message).join(' ')}`);
		}
		return prover.rule(typed);
	});
	const isImpossible = (goals: Parameters<Prover['find']>[0]) => prover.find(goals).kind === 'impossible';
	const isExclusive = rules.every((first, index) =>
		rules.slice(index + 1).every((second) => isImpossible([first.goal(IS_TRUE), second.goal(IS_TRUE)])),
	);
	return { isExclusive, isComplete: isImpossible(rules.map((rule) => rule.goal(IS_NOT_TRUE))) };
}
