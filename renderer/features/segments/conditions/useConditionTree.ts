import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ConditionGroup } from '#shared/rules/conditions/ConditionTree.ts';
import { noConditions } from '#shared/rules/conditions/ConditionTree.ts';
import { readConditions } from '#shared/rules/conditions/readConditions.ts';
import { writeConditions } from '#shared/rules/conditions/writeConditions.ts';
import { Store } from '../../../engine/Store.ts';
import { useStore } from '../../../engine/useStore.ts';

interface Edited {
	/** What the tree is as text. */
	readonly text: string;
	readonly tree: ConditionGroup;
}

/**
 * The conditions of a rule. What was built here is kept as it is on the screen, with groups and values that the text does not have
 * yet, until the text becomes another one from outside.
 */
export function useConditionTree(
	rule: string,
	onChange: (rule: string) => void,
): {
	readonly tree: ConditionGroup;
	/** The tree that was rendered last, for handlers that are made once. */
	readonly now: () => ConditionGroup;
	/** At most once per event: the next one starts from what has been rendered. */
	readonly change: (tree: ConditionGroup) => void;
} {
	// A store and not a state, because it has to change together with the draft, which is a store too.
	const [store] = useState(() => new Store<Edited | null>(null));
	const edited = useStore(store);
	const read = useMemo(() => readConditions(rule).tree ?? noConditions, [rule]);
	const tree = edited?.text === rule ? edited.tree : read;
	const rendered = useRef({ tree, rule, onChange });
	useLayoutEffect(() => {
		rendered.current = { tree, rule, onChange };
	}, [tree, rule, onChange]);
	const now = useCallback(() => rendered.current.tree, []);
	const change = useCallback(
		(next: ConditionGroup) => {
			const text = writeConditions(next);
			store.set({ text, tree: next });
			if (text !== rendered.current.rule) {
				rendered.current.onChange(text);
			}
		},
		[store],
	);
	return { tree, now, change };
}
