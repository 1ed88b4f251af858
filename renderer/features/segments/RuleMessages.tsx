import type { FrameField } from '#shared/model/frameField.ts';
import { applyFix } from '#shared/rules/RuleFix.ts';
import { useRuleScope } from '../../engine/useRuleScope.ts';
import { DiagnosticList } from '../../ui/rules/DiagnosticList.tsx';
import { revealRequest } from './segmentsState.ts';

export interface RuleMessagesProps {
	readonly segmentId: string;
	readonly rule: string;
	readonly fields: readonly FrameField[];
	/** Takes the rule after a repair; without it none is offered. */
	readonly onFix?: ((rule: string) => void) | null;
}

/** What is wrong with a rule, with line and column; a click puts the caret there. */
export function RuleMessages({ segmentId, rule, fields, onFix }: RuleMessagesProps) {
	const { diagnostics } = useRuleScope(fields).check(rule);
	return (
		<DiagnosticList
			diagnostics={diagnostics}
			onReveal={(range) => revealRequest.set({ segmentId, range })}
			onFix={onFix ? (fix) => onFix(applyFix(rule, fix)) : null}
		/>
	);
}
