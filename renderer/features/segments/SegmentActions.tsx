import { IconButton } from '../../ui/IconButton.tsx';
import { useServices } from '../../workbench/useServices.ts';

export interface SegmentActionsProps {
	readonly id: string;
	readonly name: string;
	readonly position: number;
	readonly lastPosition: number;
}

/** What can be done with a segment as a whole. */
export function SegmentActions({ id, name, position, lastPosition }: SegmentActionsProps) {
	const services = useServices();
	return (
		<div className="segment-actions">
			<IconButton
				icon="arrow-up"
				label={`Move ${name} up (Alt+Up)`}
				disabled={position === 0}
				onClick={() => void services.run('segments.moveUp', id)}
			/>
			<IconButton
				icon="arrow-down"
				label={`Move ${name} down (Alt+Down)`}
				disabled={position === lastPosition}
				onClick={() => void services.run('segments.moveDown', id)}
			/>
			<IconButton
				icon="copy"
				label={`Duplicate ${name}`}
				onClick={() => void services.run('segments.duplicateSegment', id)}
			/>
			<IconButton
				icon="trash"
				label={`Delete ${name}`}
				onClick={() => void services.run('segments.deleteSegment', id)}
			/>
		</div>
	);
}
