import type { CustomField } from '#shared/model/customField.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { RuleScope } from '#shared/rules/RuleChecks.ts';

/** What is wrong with custom fields, whether or not a rule uses them. */
export function customFieldProblems(customFields: readonly CustomField[], scope: RuleScope): Problem[] {
	return customFields.flatMap(({ name }) =>
		scope.checkField(name).diagnostics.map(({ severity, code, message, from, to, line, column }): Problem => ({
			severity,
			code,
			message: `Custom field “${name}”, line ${line}, column ${column}: ${message}`,
			source: { kind: 'custom-field', name, from, to, line, column },
		})),
	);
}
