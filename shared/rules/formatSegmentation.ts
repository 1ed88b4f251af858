import type { Segmentation } from '../model/segmentation.ts';
import { formatRuleText } from './formatRule.ts';
import { withRuleTexts } from './withRuleTexts.ts';

export interface FormattedSegmentation {
	readonly segmentation: Segmentation;
	/** Names of those that were left as they are: they have remarks, which would be lost, or cannot be read. */
	readonly leftAlone: readonly string[];
}

/** Every rule and every custom field in the canonical form; see formatRule. */
export function formatSegmentation(segmentation: Segmentation): FormattedSegmentation {
	const leftAlone: string[] = [];
	const format = (text: string, name: string): string => {
		const formatted = formatRuleText(text);
		if (formatted === null && text.trim() !== '') {
			leftAlone.push(name);
		}
		return formatted ?? text;
	};
	return { segmentation: withRuleTexts(segmentation, format), leftAlone };
}
