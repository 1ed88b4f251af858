import type { KeyboardEvent } from 'react';
import type { MoveStep, NodePath } from '#shared/rules/conditions/editConditions.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useConditions } from './ConditionsContext.ts';

interface PartGripProps {
	readonly path: NodePath;
	/** As it is called for screen readers. */
	readonly name: string;
}

const steps: Readonly<Record<string, MoveStep>> = {
	ArrowUp: 'up',
	ArrowDown: 'down',
	ArrowRight: 'in',
	ArrowLeft: 'out',
};

/** Moves a condition or a group: by dragging, or with the arrow keys (right and left: into the group beside it, and out of its own). */
export function PartGrip({ path, name }: PartGripProps) {
	const { drag, step, isReadOnly } = useConditions();
	const onKeyDown = (event: KeyboardEvent) => {
		const wanted = steps[event.key];
		const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
		if (wanted && isPlain) {
			event.preventDefault();
			step(path, wanted);
		}
	};
	return (
		<button
			type="button"
			className="condition-grip"
			aria-label={`Move ${name} with the arrow keys`}
			title="Drag to move, or use the arrow keys: up, down, right into a group, left out of it"
			draggable={!isReadOnly}
			disabled={isReadOnly}
			data-path={path.join('.')}
			onKeyDown={onKeyDown}
			onDragStart={(event) => {
				event.stopPropagation();
				event.dataTransfer.effectAllowed = 'move';
				event.dataTransfer.setData('text/plain', name);
				drag(path);
			}}
			onDragEnd={() => drag(null)}
		>
			<Icon name="gripper" />
		</button>
	);
}
