import type { Span } from './Rule.ts';

export const ruleDiagnosticCodes = [
	'rule.empty',
	'rule.syntax',
	'rule.unclosed-quote',
	'rule.too-deep',
	'rule.unknown-field',
	'rule.unknown-function',
	'rule.argument-count',
	'rule.type',
	'rule.not-a-condition',
	'rule.not-a-date',
	'rule.null-comparison',
	'rule.pattern',
	'rule.never-true',
	'rule.constant',
	'rule.unknown-value',
] as const;
export type RuleDiagnosticCode = (typeof ruleDiagnosticCodes)[number];

/** Something wrong or doubtful in a rule. Offsets are UTF-16 code units; line and column count from 1. */
export interface RuleDiagnostic extends Span {
	/** A rule with an error has no meaning and matches nobody; warnings and hints leave it as it is. */
	readonly severity: 'error' | 'warning' | 'info';
	readonly code: RuleDiagnosticCode;
	/** One or two plain sentences: what is wrong and what to write instead. */
	readonly message: string;
	readonly line: number;
	readonly column: number;
}

export function ruleDiagnostic(
	text: string,
	span: Span,
	severity: RuleDiagnostic['severity'],
	code: RuleDiagnosticCode,
	message: string,
): RuleDiagnostic {
	const before = text.slice(0, span.from);
	const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
	const line = 1 + (before.match(/\r\n|\n|\r/g)?.length ?? 0);
	return { severity, code, message, from: span.from, to: span.to, line, column: span.from - lineStart + 1 };
}
