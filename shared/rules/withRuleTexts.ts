import type { Segmentation } from '../model/segmentation.ts';

/**
 * A segmentation with every text in the rule language changed: rules of segments and exclusions, expressions of custom fields. `changed`
 * is told the name of each, too.
 */
export function withRuleTexts(
	segmentation: Segmentation,
	changed: (text: string, name: string) => string,
): Segmentation {
	return {
		...segmentation,
		segments: segmentation.segments.map((segment) => ({ ...segment, rule: changed(segment.rule, segment.name) })),
		exclusions: segmentation.exclusions.map((exclusion) => ({
			...exclusion,
			rule: changed(exclusion.rule, exclusion.name),
		})),
		customFields: segmentation.customFields.map((field) => ({
			...field,
			expression: changed(field.expression, field.name),
		})),
	};
}
