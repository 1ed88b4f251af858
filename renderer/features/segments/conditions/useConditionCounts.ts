import { useCallback, useMemo } from 'react';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import type { ConditionGroup, ConditionNode } from '#shared/rules/conditions/ConditionTree.ts';
import { writeConditions } from '#shared/rules/conditions/writeConditions.ts';
import { useDraftPart } from '../../../engine/useDraft.ts';
import { useEngine } from '../../../engine/useEngine.ts';
import { useLatestAnswer } from '../../../engine/useLatest.ts';
import { useDataKey } from '../../../engine/useDataKey.ts';

interface Counted {
	readonly rules: readonly string[];
	readonly counts: readonly (number | null)[];
}

/**
 * How many customers each condition and group is true of by itself. While newer numbers are under way the last ones stay, as long as
 * they are of the same part. Conditions without a value, and those that cannot be checked, have none.
 */
export function useConditionCounts(tree: ConditionGroup): (node: ConditionNode) => number | null {
	const { call } = useEngine();
	const customFields = useDraftPart((draft) => draft.customFields);
	const exclusions = useDraftPart((draft) => draft.exclusions);
	const data = useDataKey();
	const parts = useMemo(
		() => new Map(partsOf(tree).map((node, index) => [node, { index, rule: ruleOf(node) }])),
		[tree],
	);
	const rules = useMemo(() => [...parts.values()].map(({ rule }) => rule), [parts]);
	const isNaming = rules.some((rule) => /\bsegment\s*\(/i.test(rule));
	const named = useDraftPart(({ segments }) => (isNaming ? segments : emptySegmentation.segments));
	const ask = useMemo(
		() =>
			data === null
				? null
				: async (signal: AbortSignal): Promise<Counted> => {
						const segmentation = { ...emptySegmentation, customFields, exclusions, segments: named };
						return { rules, ...(await call('segments.countRules', { rules, segmentation }, { signal })) };
					},
		[call, data, rules, customFields, exclusions, named],
	);
	const value = useLatestAnswer(ask);
	return useCallback(
		(node) => {
			const part = parts.get(node);
			if (!part || !value) {
				return null;
			}
			const known = value.rules.indexOf(part.rule);
			const place = known >= 0 || value.rules.length !== parts.size ? known : part.index;
			return value.counts[place] ?? null;
		},
		[parts, value],
	);
}

function partsOf(group: ConditionGroup): readonly ConditionNode[] {
	return group.parts.flatMap((part) => (part.kind === 'group' ? [part, ...partsOf(part)] : [part]));
}

function ruleOf(node: ConditionNode): string {
	return writeConditions({ kind: 'group', match: 'all', parts: [node], gaps: null });
}
