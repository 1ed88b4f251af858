import type { Segmentation } from '#shared/model/segmentation.ts';
import type { RuleField } from '#shared/rules/RuleField.ts';
import { RuleChecks } from '#shared/rules/RuleChecks.ts';

/** What the rules of a segmentation would lack among these fields. */
export interface MissingInRules {
	/** Fields that they name and that do not exist, each once. */
	readonly missingFields: string[];
	/** Other errors, with the segment. */
	readonly problems: string[];
}

export function missingInRules(segmentation: Segmentation, fields: readonly RuleField[]): MissingInRules {
	const scope = new RuleChecks(fields).within(segmentation);
	const known = new Set(fields.map(({ name }) => name));
	const rules = [
		...segmentation.exclusions.map(({ name, rule }) => ({
			place: `Exclusion “${name}”`,
			checked: scope.check(rule),
			rule,
		})),
		...segmentation.segments.map(({ name, rule }) => ({
			place: `Segment “${name}”`,
			checked: scope.check(rule),
			rule,
		})),
		...segmentation.customFields.map(({ name, expression }) => ({
			place: `Custom field “${name}”`,
			checked: scope.checkField(name),
			rule: expression,
		})),
	];
	const missing = new Set(rules.flatMap(({ rule }) => [...scope.fieldsRead(rule)].filter((name) => !known.has(name))));
	const problems = rules.flatMap(({ place, checked }) =>
		checked.diagnostics
			.filter(
				({ severity, code }) =>
					severity === 'error' && code !== 'rule.unknown-field' && code !== 'rule.broken-reference',
			)
			.map(({ message }) => `${place}: ${message}`),
	);
	return { missingFields: [...missing], problems };
}
