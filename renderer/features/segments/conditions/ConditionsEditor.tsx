import { useMemo, useRef, useState } from 'react';
import type { FrameField } from '#shared/model/frameField.ts';
import type { ConditionGroup } from '#shared/rules/conditions/ConditionTree.ts';
import {
	insertNode,
	moveNode,
	nodeAt,
	removeNode,
	replaceNode,
	stepNode,
	type MovedNode,
	type NodePath,
} from '#shared/rules/conditions/editConditions.ts';
import { useProject } from '../../../engine/useProject.ts';
import { useKept } from '../../../engine/useKept.ts';
import { useRuleScope } from '../../../engine/useRuleScope.ts';
import { ConditionsContext, CountsContext, type Conditions, type DropPlace } from './ConditionsContext.ts';
import { GroupBox } from './GroupBox.tsx';
import { useConditionCounts } from './useConditionCounts.ts';
import { useConditionTree } from './useConditionTree.ts';
import './conditions.css';

export interface ConditionsEditorProps {
	readonly label: string;
	/** One that can be read. */
	readonly rule: string;
	readonly fields: readonly FrameField[];
	readonly isReadOnly: boolean;
	readonly onChange: (rule: string) => void;
	/** The edit is over for now: time to write it. */
	readonly onDone: () => void;
}

const ROOT: NodePath = [];

/** A rule as nested conditions with pickers. What it writes is the rule's text; the rest of the text stays as it is. */
export function ConditionsEditor({ label, rule, fields, isReadOnly, onChange, onDone }: ConditionsEditorProps) {
	const box = useRef<HTMLDivElement>(null);
	const { tree, now, change } = useConditionTree(rule, onChange);
	const countOf = useConditionCounts(tree);
	const asOf = useProject()?.asOf ?? null;
	const custom = useKept(useRuleScope(fields).book.fields);
	const all = useMemo(
		() => [...custom, ...fields.filter(({ name }) => !custom.some((one) => one.name === name))],
		[custom, fields],
	);
	const [dragged, drag] = useState<NodePath | null>(null);
	const [dropPlace, dragOver] = useState<DropPlace | null>(null);

	const conditions = useMemo((): Conditions => {
		const finish = (next: ConditionGroup, focus: NodePath | null) => {
			change(next);
			onDone();
			if (focus) {
				// After the list has been drawn anew, so that the next key moves the same condition.
				requestAnimationFrame(() => gripAt(box.current, focus)?.focus());
			}
		};
		const take = (moved: MovedNode | null, keepsFocus: boolean) => {
			if (moved) {
				finish(moved.root, keepsFocus ? moved.path : null);
			}
		};
		return {
			fields: all,
			dataFields: fields,
			isReadOnly,
			asOf,
			dragged,
			dropPlace: dragged === null ? null : dropPlace,
			replace: (path, next) => change(replaceNode(now(), path, next)),
			remove: (path) => finish(removeNode(now(), path), neighbour(now(), path)),
			add: (groupPath, node) => {
				const group = nodeAt(now(), groupPath);
				const index = group?.kind === 'group' ? group.parts.length : 0;
				finish(insertNode(now(), groupPath, index, node), [...groupPath, index]);
			},
			step: (path, step) => take(stepNode(now(), path, step), true),
			drag: (path) => {
				drag(path);
				dragOver(null);
			},
			dragOver: (place) =>
				dragOver((last) => (last !== null && JSON.stringify(last) === JSON.stringify(place) ? last : place)),
			drop: () => {
				if (dragged && dropPlace) {
					take(moveNode(now(), dragged, dropPlace.groupPath, dropPlace.index), false);
				}
				drag(null);
			},
			settle: onDone,
		};
	}, [all, fields, isReadOnly, asOf, dragged, dropPlace, now, change, onDone]);

	return (
		<ConditionsContext value={conditions}>
			<div ref={box} className="conditions" role="group" aria-label={label}>
				<CountsContext value={countOf}>
					<GroupBox group={tree} path={ROOT} />
				</CountsContext>
			</div>
		</ConditionsContext>
	);
}

function gripAt(box: HTMLElement | null, path: NodePath): HTMLElement | null {
	return box?.querySelector<HTMLElement>(`[data-path="${path.join('.')}"]`) ?? null;
}

/** Where the focus goes when a part is removed: to the part that takes its place, or else the one before. */
function neighbour(tree: ConditionGroup, path: NodePath): NodePath | null {
	const group = nodeAt(tree, path.slice(0, -1));
	const last = path.at(-1) ?? 0;
	const left = group?.kind === 'group' ? group.parts.length - 1 : 0;
	return left === 0 ? (path.length > 1 ? path.slice(0, -1) : null) : path.with(-1, Math.min(last, left - 1));
}
