import type { Span } from './Rule.ts';
import type { RuleFix } from './RuleFix.ts';

export const ruleDiagnosticCodes = [
	'rule.empty',
	'rule.syntax',
	'rule.unclosed-quote',
	'rule.too-deep',
	'rule.unknown-field',
	'rule.unknown-function',
	'rule.unknown-segment',
	'rule.cycle',
	'rule.broken-reference',
	'rule.too-large',
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
	/** Repairs to offer, the likeliest first; absent where none is known. */
	readonly fixes?: readonly RuleFix[];
}

export function ruleDiagnostic(
	text: string,
	span: Span,
	severity: RuleDiagnostic['severity'],
	code: RuleDiagnosticCode,
	message: string,
	fixes: readonly RuleFix[] = [],
): RuleDiagnostic {
	const before = text.slice(0, span.from);
	const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
	const line = 1 + (before.match(/\r\n|\n|\r/g)?.length ?? 0);
	const place = { from: span.from, to: span.to, line, column: span.from - lineStart + 1 };
	return { severity, code, message, ...place, ...(fixes.length > 0 && { fixes }) };
}
