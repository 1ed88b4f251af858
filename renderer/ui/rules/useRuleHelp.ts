import { useMemo } from 'react';
import type { FrameField } from '#shared/model/frameField.ts';
import type { CheckedRule } from '#shared/rules/checkRule.ts';
import { useDescribeField } from '../../engine/useDescribeField.ts';
import { useDraft } from '../../engine/useDraft.ts';
import { useRuleScope } from '../../engine/useRuleScope.ts';
import type { HelpField, RuleHelp } from './RuleHelp.ts';

/** Help for writing a rule of the draft. `ownName` is what the rule itself is called, which it had better not refer to. */
export function useRuleHelp(
	fields: readonly FrameField[],
	ownName: string | null,
	check: ((text: string) => CheckedRule) | null,
): RuleHelp {
	const { customFields, segments, exclusions } = useDraft();
	const scope = useRuleScope(fields);
	const describe = useDescribeField(true);
	return useMemo(() => {
		const others = [...segments, ...exclusions].filter(({ name }) => name !== ownName);
		return {
			// Types of custom fields are only asked for when somebody looks at the list.
			get fields(): readonly HelpField[] {
				const custom = scope.book.fields
					.filter(({ name }) => name !== ownName)
					.map((field) => ({
						...field,
						expression: customFields.find(({ name }) => name === field.name)?.expression ?? '',
					}));
				const covered = new Set(custom.map(({ name }) => name));
				const plain = fields.filter(({ name }) => !covered.has(name));
				return [...custom, ...plain.map((field) => ({ ...field, expression: null }))];
			},
			rules: others,
			check: check ?? scope.check,
			describe,
		};
	}, [customFields, segments, exclusions, scope, describe, fields, ownName, check]);
}
