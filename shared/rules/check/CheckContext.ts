import type { Rule, Span } from '../Rule.ts';
import type { RuleDiagnostic, RuleDiagnosticCode } from '../RuleDiagnostic.ts';
import type { Definitions } from '../Definitions.ts';
import type { RuleField } from '../RuleField.ts';
import type { RuleFix } from '../RuleFix.ts';
import type { TypedRule } from '../TypedRule.ts';

/** What every step of the check needs; `report` collects what was found. */
export interface CheckContext {
	readonly text: string;
	readonly fields: ReadonlyMap<string, RuleField>;
	/** What segments and custom fields mean; null where rules stand for themselves. */
	readonly definitions: Definitions | null;
	report(
		severity: RuleDiagnostic['severity'],
		code: RuleDiagnosticCode,
		span: Span,
		message: string,
		fixes?: readonly RuleFix[],
	): void;
}

/** An operand with its type; `typed` is null when something in it is wrong, which has then been reported. */
export interface Operand {
	readonly rule: Rule;
	readonly typed: TypedRule | null;
}

/** An operand in which nothing is wrong. */
export interface TypedOperand extends Operand {
	readonly typed: TypedRule;
}

export function areTyped(operands: readonly Operand[]): operands is readonly TypedOperand[] {
	return operands.every((operand) => operand.typed !== null);
}
