import { Fragment, memo, type DragEvent } from 'react';
import type { Condition, ConditionGroup, ConditionNode, GroupMatch } from '#shared/rules/conditions/ConditionTree.ts';
import { noConditions } from '#shared/rules/conditions/ConditionTree.ts';
import { samePath, type NodePath } from '#shared/rules/conditions/editConditions.ts';
import { fitsPickers } from '#shared/rules/conditions/fitsPickers.ts';
import { newCondition } from '#shared/rules/conditions/newCondition.ts';
import { valueTypeOf } from '#shared/rules/valueTypeOf.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useConditions } from './ConditionsContext.ts';
import { ExpressionRow } from './ExpressionRow.tsx';
import { FieldPicker } from './FieldPicker.tsx';
import { FieldRow } from './FieldRow.tsx';
import { PartActions } from './PartActions.tsx';
import { PartGrip } from './PartGrip.tsx';

interface GroupBoxProps {
	readonly group: ConditionGroup;
	readonly path: NodePath;
}

const matches: readonly { readonly value: GroupMatch; readonly label: string }[] = [
	{ value: 'all', label: 'All of' },
	{ value: 'any', label: 'Any of' },
	{ value: 'none', label: 'None of' },
];

/** Conditions that hold together, with the groups inside of it. */
export function GroupBox({ group, path }: GroupBoxProps) {
	const { add, replace, isReadOnly, dropPlace } = useConditions();
	const isRoot = path.length === 0;
	const name = isRoot ? 'the rule' : `group ${nameOf(path)}`;
	const isDropHere = (index: number) =>
		dropPlace !== null && dropPlace.index === index && samePath(dropPlace.groupPath, path);
	return (
		<div
			className="condition-group"
			role="group"
			aria-label={`${labelOf(group.match)}, ${name}`}
			data-match={group.match}
		>
			<div className="condition-row condition-group-head">
				{!isRoot && <PartGrip path={path} name={name} />}
				<div className="condition-row-body">
					<Select
						label={`How the conditions of ${name} are joined`}
						isLabelHidden
						value={group.match}
						options={matches}
						disabled={isReadOnly}
						onChange={(match) => replace(path, { ...group, match, gaps: null })}
					/>
					{!isReadOnly && (
						<>
							<FieldPicker
								field={null}
								onPick={({ name: field, type }) => add(path, newCondition(field, valueTypeOf(type)))}
							/>
							<button type="button" className="condition-add" onClick={() => add(path, emptyGroup(group.match))}>
								<Icon name="add" /> Group
							</button>
						</>
					)}
				</div>
				{!isRoot && <PartActions node={group} path={path} name={name} />}
			</div>
			<ul className="condition-parts">
				{group.parts.map((part, index) => (
					// The place is all that tells two equal conditions apart.
					<Fragment key={index}>
						{isDropHere(index) && <li className="condition-drop" aria-hidden="true" />}
						<PartItem part={part} path={[...path, index]} />
					</Fragment>
				))}
				{isDropHere(group.parts.length) && <li className="condition-drop" aria-hidden="true" />}
				{group.parts.length === 0 && (
					<li className="condition-empty">
						{isRoot ? 'No conditions yet: nobody is found.' : 'Empty: this group says nothing yet.'}
					</li>
				)}
			</ul>
		</div>
	);
}

interface PartItemProps {
	readonly part: ConditionNode;
	readonly path: NodePath;
}

/** While one condition is dragged the others stay as they are. */
const PartItem = memo(function PartItem({ part, path }: PartItemProps) {
	const { dragged, dragOver, drop } = useConditions();
	const index = path.at(-1) ?? 0;
	const groupPath = path.slice(0, -1);
	const onDragOver = (event: DragEvent<HTMLElement>) => {
		if (dragged === null) {
			return;
		}
		event.preventDefault();
		event.stopPropagation();
		const box = event.currentTarget.getBoundingClientRect();
		const isUpper = event.clientY < box.top + box.height / 2;
		// The lower part of a group without parts of its own under the pointer means: into it, at its end.
		dragOver(
			part.kind === 'group' && !isUpper
				? { groupPath: path, index: part.parts.length }
				: { groupPath, index: isUpper ? index : index + 1 },
		);
	};
	return (
		<li
			data-dragged={dragged !== null && samePath(dragged, path)}
			onDragOver={onDragOver}
			onDrop={(event) => {
				if (dragged !== null) {
					event.preventDefault();
					event.stopPropagation();
					drop();
				}
			}}
		>
			{part.kind === 'group' ? <GroupBox group={part} path={path} /> : <ConditionRow condition={part} path={path} />}
		</li>
	);
}, isSamePart);

function isSamePart(before: PartItemProps, after: PartItemProps): boolean {
	return before.part === after.part && samePath(before.path, after.path);
}

function ConditionRow({ condition, path }: { readonly condition: Condition; readonly path: NodePath }) {
	const { fields } = useConditions();
	const name = `condition ${nameOf(path)}`;
	const field = condition.kind === 'expression' ? undefined : fields.find((one) => one.name === condition.field);
	const type = field && valueTypeOf(field.type);
	return (
		<div className="condition-row" role="group" aria-label={name}>
			<PartGrip path={path} name={name} />
			<div className="condition-row-body">
				{condition.kind !== 'expression' && type && fitsPickers(condition, type) ? (
					<FieldRow condition={condition} type={type} path={path} />
				) : (
					<ExpressionRow condition={condition} path={path} />
				)}
			</div>
			<PartActions node={condition} path={path} name={name} />
		</div>
	);
}

/** The other way of joining: a group of the same kind inside of a group would say nothing new. */
function emptyGroup(around: GroupMatch): ConditionGroup {
	return { ...noConditions, match: around === 'all' ? 'any' : 'all' };
}

/** `2.1` is the first part of the second part. */
function nameOf(path: NodePath): string {
	return path.map((step) => step + 1).join('.');
}

function labelOf(match: GroupMatch): string {
	return matches.find(({ value }) => value === match)?.label ?? '';
}
