import { createContext, useContext } from 'react';
import type { FrameField } from '#shared/model/frameField.ts';
import type { ConditionNode } from '#shared/rules/conditions/ConditionTree.ts';
import type { RuleField } from '#shared/rules/RuleField.ts';
import type { MoveStep, NodePath } from '#shared/rules/conditions/editConditions.ts';

/** What every part of one rule's conditions needs: the fields there are, what can be done to the tree, and what is being dragged. */
export interface Conditions {
	/** Those of the data and the custom ones. */
	readonly fields: readonly RuleField[];
	/** Those of the data, for checks of texts, which know the custom ones by themselves. */
	readonly dataFields: readonly FrameField[];
	readonly isReadOnly: boolean;
	/** The date in force as an ISO day; null without data. */
	readonly asOf: string | null;
	readonly replace: (path: NodePath, next: ConditionNode) => void;
	readonly remove: (path: NodePath) => void;
	/** Adds at the end of a group. */
	readonly add: (groupPath: NodePath, node: ConditionNode) => void;
	readonly step: (path: NodePath, step: MoveStep) => void;
	readonly dragged: NodePath | null;
	readonly dropPlace: DropPlace | null;
	readonly drag: (path: NodePath | null) => void;
	readonly dragOver: (place: DropPlace) => void;
	readonly drop: () => void;
	/** The edit is over for now: time to write it. */
	readonly settle: () => void;
}

/** Before the part of a group at `index`, or behind its last. */
export interface DropPlace {
	readonly groupPath: NodePath;
	readonly index: number;
}

export const ConditionsContext = createContext<Conditions | null>(null);

/** How many customers a part is true of; null where that is not known (yet). Apart from the rest because it changes most often. */
export const CountsContext = createContext<(node: ConditionNode) => number | null>(() => null);

/** Throws outside of a ConditionsEditor. */
export function useConditions(): Conditions {
	const conditions = useContext(ConditionsContext);
	if (!conditions) {
		throw new Error('useConditions needs a ConditionsEditor around it');
	}
	return conditions;
}
