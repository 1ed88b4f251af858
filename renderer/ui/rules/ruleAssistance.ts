import type { Extension } from '@codemirror/state';
import { completeFromHelp } from './ruleCompletion.ts';
import { ruleHover } from './ruleHover.ts';
import type { RuleHelp } from './RuleHelp.ts';
import { ruleLanguage } from './ruleLanguage.ts';
import { ruleLint } from './ruleLint.ts';

/** Completion, underlined mistakes with repairs, and explanations under the pointer; what they know comes from shared/rules. */
export function ruleAssistance(help: () => RuleHelp): Extension {
	return [
		ruleLanguage.language.data.of({
			autocomplete: (context: Parameters<typeof completeFromHelp>[0]) => completeFromHelp(context, help()),
		}),
		ruleLint(help),
		ruleHover(help),
	];
}
