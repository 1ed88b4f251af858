import type { CheckedRule } from '#shared/rules/checkRule.ts';
import type { NamedRule } from '#shared/rules/DefinitionBook.ts';
import type { RuleField } from '#shared/rules/RuleField.ts';
import type { DescribeField } from '../../engine/useDescribeField.ts';

/** What an editor of rules knows besides its text. */
export interface RuleHelp {
	/** Fields of the data and custom ones, these first where both have a name. */
	readonly fields: readonly HelpField[];
	/** What `segment('…')` may refer to. */
	readonly rules: readonly NamedRule[];
	readonly check: (text: string) => CheckedRule;
	readonly describe: DescribeField;
}

export interface HelpField extends RuleField {
	/** The expression of a custom field; null for a field of the data. */
	readonly expression: string | null;
}
