import type { ConditionGroup, ConditionNode } from './ConditionTree.ts';

/** The place of a node: the position in each group from the outermost on. Empty for the root. */
export type NodePath = readonly number[];

/** Edits of a tree. Each keeps the gaps of groups whose parts stay what they are, so that remarks survive. Unknown paths change nothing. */

export function nodeAt(root: ConditionGroup, path: NodePath): ConditionNode | null {
	let node: ConditionNode = root;
	for (const index of path) {
		const next: ConditionNode | undefined = node.kind === 'group' ? node.parts[index] : undefined;
		if (!next) {
			return null;
		}
		node = next;
	}
	return node;
}

/** The root can only be replaced by a group. */
export function replaceNode(root: ConditionGroup, path: NodePath, next: ConditionNode): ConditionGroup {
	const [index, ...rest] = path;
	if (index === undefined) {
		return next.kind === 'group' ? next : root;
	}
	return changeGroup(root, [], (group) => {
		const old = group.parts[index];
		if (!old) {
			return group;
		}
		const part = rest.length > 0 && old.kind === 'group' ? replaceNode(old, rest, next) : next;
		const gaps = isWrittenAlike(old, part) ? group.gaps : null;
		return { ...group, parts: group.parts.with(index, part), gaps };
	});
}

export function removeNode(root: ConditionGroup, path: NodePath): ConditionGroup {
	const index = path.at(-1);
	return index === undefined
		? root
		: changeGroup(root, path.slice(0, -1), (group) => ({
				...group,
				parts: group.parts.filter((_, position) => position !== index),
				gaps: null,
			}));
}

/** Puts a node into a group before the part at `index`; behind the last one where there are fewer. */
export function insertNode(
	root: ConditionGroup,
	groupPath: NodePath,
	index: number,
	node: ConditionNode,
): ConditionGroup {
	return changeGroup(root, groupPath, (group) => ({
		...group,
		parts: group.parts.toSpliced(index, 0, node),
		gaps: null,
	}));
}

export interface MovedNode {
	readonly root: ConditionGroup;
	/** Where it is now. */
	readonly path: NodePath;
}

/** Moves a node into a group, before the part that is at `index` now. Null where it would go into itself or nothing changes. */
export function moveNode(root: ConditionGroup, from: NodePath, groupPath: NodePath, index: number): MovedNode | null {
	const node = nodeAt(root, from);
	const isInside = from.length > 0 && from.every((step, level) => groupPath[level] === step);
	const last = from.at(-1);
	if (!node || last === undefined || isInside || nodeAt(root, groupPath)?.kind !== 'group') {
		return null;
	}
	const parent = from.slice(0, -1);
	const isSameGroup = samePath(parent, groupPath);
	if (isSameGroup && (index === last || index === last + 1)) {
		return null;
	}
	// Taking it out moves up what stands behind it, the target's own path included.
	const level = parent.length;
	const isBehind = groupPath.length > level && samePath(parent, groupPath.slice(0, level)) && groupPath[level]! > last;
	const target = isBehind ? groupPath.with(level, groupPath[level]! - 1) : groupPath;
	const rest = removeNode(root, from);
	const group = nodeAt(rest, target);
	const wanted = isSameGroup && index > last ? index - 1 : index;
	const place = Math.min(wanted, group?.kind === 'group' ? group.parts.length : 0);
	return { root: insertNode(rest, target, place, node), path: [...target, place] };
}

export type MoveStep = 'up' | 'down' | 'in' | 'out';

/**
 * One step by keyboard: past the neighbour (`up`, `down`), into the group beside it (`in`; the one before goes first), or out of its
 * group, to stand behind it (`out`). Null where there is no such step.
 */
export function stepNode(root: ConditionGroup, from: NodePath, step: MoveStep): MovedNode | null {
	const last = from.at(-1);
	const parentPath = from.slice(0, -1);
	const parent = nodeAt(root, parentPath);
	if (last === undefined || parent?.kind !== 'group') {
		return null;
	}
	switch (step) {
		case 'up':
			return last === 0 ? null : moveNode(root, from, parentPath, last - 1);
		case 'down':
			return last === parent.parts.length - 1 ? null : moveNode(root, from, parentPath, last + 2);
		case 'in': {
			const before = parent.parts[last - 1];
			if (before?.kind === 'group') {
				return moveNode(root, from, [...parentPath, last - 1], before.parts.length);
			}
			return parent.parts[last + 1]?.kind === 'group' ? moveNode(root, from, [...parentPath, last + 1], 0) : null;
		}
		case 'out': {
			const place = parentPath.at(-1);
			return place === undefined ? null : moveNode(root, from, parentPath.slice(0, -1), place + 1);
		}
	}
}

function changeGroup(
	root: ConditionGroup,
	path: NodePath,
	change: (group: ConditionGroup) => ConditionGroup,
): ConditionGroup {
	const group = nodeAt(root, path);
	if (group?.kind !== 'group') {
		return root;
	}
	return path.length === 0 ? change(group) : replaceNode(root, path, change(group));
}

/** Whether one can stand in the other's place without other words or parentheses around it. */
function isWrittenAlike(old: ConditionNode, next: ConditionNode): boolean {
	return old.kind === 'group' || next.kind === 'group'
		? old.kind === 'group' && next.kind === 'group' && old.match === next.match
		: true;
}

export function samePath(left: NodePath, right: NodePath): boolean {
	return left.length === right.length && left.every((step, level) => step === right[level]);
}
