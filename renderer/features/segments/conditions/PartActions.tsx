import { useContext } from 'react';
import type { ConditionNode } from '#shared/rules/conditions/ConditionTree.ts';
import type { NodePath } from '#shared/rules/conditions/editConditions.ts';
import { negateNode } from '#shared/rules/conditions/negateNode.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { format } from '../../../ui/format.ts';
import { CountsContext, useConditions } from './ConditionsContext.ts';

interface PartActionsProps {
	readonly node: ConditionNode;
	readonly path: NodePath;
	/** As it is called in the labels of its buttons. */
	readonly name: string;
}

/** How many customers a part is true of, and what can be done with it as a whole. */
export function PartActions({ node, path, name }: PartActionsProps) {
	const { replace, remove, isReadOnly } = useConditions();
	const count = useContext(CountsContext)(node);
	return (
		<span className="condition-actions">
			<span className="condition-count number" title="Customers of whom this is true, by itself">
				{count === null ? '' : format.count(count)}
			</span>
			{!isReadOnly && (
				<>
					<IconButton
						icon="circle-slash"
						label={`Turn into the opposite: ${name}`}
						onClick={() => replace(path, negateNode(node))}
					/>
					<IconButton icon="close" label={`Remove ${name}`} onClick={() => remove(path)} />
				</>
			)}
		</span>
	);
}
