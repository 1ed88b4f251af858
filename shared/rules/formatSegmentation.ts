import type { Segmentation } from '../model/segmentation.ts';
import { formatRuleText } from './formatRule.ts';

export interface FormattedSegmentation {
	readonly segmentation: Segmentation;
	/** Names of those that were left as they are: they have remarks, which would be lost, or cannot be read. */
	readonly leftAlone: readonly string[];
}

/** Every rule and every custom field in the canonical form; see formatRule. */
export function formatSegmentation(segmentation: Segmentation): FormattedSegmentation {
	const leftAlone: string[] = [];
	const format = (name: string, text: string): string => {
		const formatted = formatRuleText(text);
		if (formatted === null && text.trim() !== '') {
			leftAlone.push(name);
		}
		return formatted ?? text;
	};
	return {
		segmentation: {
			...segmentation,
			exclusions: segmentation.exclusions.map((exclusion) => ({
				...exclusion,
				rule: format(exclusion.name, exclusion.rule),
			})),
			segments: segmentation.segments.map((segment) => ({ ...segment, rule: format(segment.name, segment.rule) })),
			customFields: segmentation.customFields.map((field) => ({
				...field,
				expression: format(field.name, field.expression),
			})),
		},
		leftAlone,
	};
}
