import { useMemo } from 'react';
import type { FrameField } from '#shared/model/frameField.ts';
import { checkRule } from '#shared/rules/checkRule.ts';
import { Icon } from '../../ui/Icon.tsx';
import { revealRequest } from './segmentsState.ts';

export interface RuleMessagesProps {
	readonly segmentId: string;
	readonly rule: string;
	readonly fields: readonly FrameField[];
}

const SHOWN = 3;
const icons = { error: 'error', warning: 'warning', info: 'info' } as const;

/** What is wrong with a rule, with line and column; a click puts the caret there. */
export function RuleMessages({ segmentId, rule, fields }: RuleMessagesProps) {
	const diagnostics = useMemo(() => checkRule(rule, fields).diagnostics, [rule, fields]);
	if (diagnostics.length === 0) {
		return null;
	}
	return (
		<ul className="rule-messages">
			{diagnostics.slice(0, SHOWN).map(({ severity, code, message, line, column, from, to }) => (
				<li key={`${code} ${from}`}>
					<button
						type="button"
						className={`rule-message rule-message-${severity}`}
						onClick={() => revealRequest.set({ segmentId, range: { from, to } })}
					>
						<Icon name={icons[severity]} />
						<span className="rule-message-place number" aria-label={`Line ${line}, column ${column}`}>
							{line}:{column}
						</span>
						<span>{message}</span>
					</button>
				</li>
			))}
			{diagnostics.length > SHOWN && <li className="rule-message-more">and {diagnostics.length - SHOWN} more</li>}
		</ul>
	);
}
