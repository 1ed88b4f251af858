import type { RuleDiagnostic } from '#shared/rules/RuleDiagnostic.ts';
import type { RuleFix } from '#shared/rules/RuleFix.ts';
import { Icon } from '../Icon.tsx';
import './rules.css';

interface DiagnosticListProps {
	readonly diagnostics: readonly RuleDiagnostic[];
	/** Puts the caret there. */
	readonly onReveal: (range: { readonly from: number; readonly to: number }) => void;
	/** Takes a repair; null offers none. */
	readonly onFix: ((fix: RuleFix) => void) | null;
}

const SHOWN = 3;
const icons = { error: 'error', warning: 'warning', info: 'info' } as const;

/** What is wrong with a rule, with line and column; a click puts the caret there, another takes the likeliest repair. */
export function DiagnosticList({ diagnostics, onReveal, onFix }: DiagnosticListProps) {
	if (diagnostics.length === 0) {
		return null;
	}
	return (
		<ul className="rule-messages">
			{diagnostics.slice(0, SHOWN).map(({ severity, code, message, line, column, from, to, fixes }) => {
				const fix = fixes?.[0];
				return (
					<li key={`${code} ${from}`}>
						<button
							type="button"
							className={`rule-message rule-message-${severity}`}
							title={code}
							onClick={() => onReveal({ from, to })}
						>
							<Icon name={icons[severity]} />
							<span className="rule-message-place number" aria-label={`Line ${line}, column ${column}`}>
								{line}:{column}
							</span>
							<span>{message}</span>
						</button>
						{fix && onFix && (
							<button type="button" className="rule-message-fix" onClick={() => onFix(fix)}>
								{fix.title}
							</button>
						)}
					</li>
				);
			})}
			{diagnostics.length > SHOWN && <li className="rule-message-more">and {diagnostics.length - SHOWN} more</li>}
		</ul>
	);
}
