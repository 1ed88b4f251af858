import type { FrameField } from '#shared/model/frameField.ts';
import type { SegmentDefinition, SegmentResult } from '#shared/model/segmentation.ts';
import { useDraftActions } from '../../engine/useDraft.ts';
import { useSegmentColor } from '../../theme/useTheme.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { NameField } from './NameField.tsx';
import { RuleBox } from './RuleBox.tsx';
import { SegmentCounts } from './SegmentCounts.tsx';
import { changeSegment } from './draftChanges.ts';
import type { RevealRequest } from './segmentsState.ts';

export interface SegmentCardProps {
	readonly segment: SegmentDefinition;
	readonly position: number;
	readonly lastPosition: number;
	/** Null until the segment has been counted for the first time. */
	readonly counts: SegmentResult | null;
	readonly customers: number | null;
	readonly fields: readonly FrameField[];
	readonly isReadOnly: boolean;
	readonly isSelected: boolean;
	readonly isDragged: boolean;
	/** A dragged segment would take the place of this one. */
	readonly isDropPlace: boolean;
	readonly reveal: RevealRequest | null;
	readonly onSelect: () => void;
	readonly onDrag: () => void;
	readonly onDragOver: () => void;
	readonly onDragEnd: () => void;
	readonly onDrop: () => void;
}

/** One segment: name, rule and what the rule finds. Alt+Up and Alt+Down move it (see the feature's commands). */
export function SegmentCard(props: SegmentCardProps) {
	const { segment, position, lastPosition, isReadOnly, isSelected, reveal } = props;
	const { id, name, rule } = segment;
	const services = useServices();
	const { updateDraft, flushDraft } = useDraftActions();
	const color = useSegmentColor()(id);
	return (
		<li
			className="segment-card"
			style={{ borderLeftColor: color }}
			data-segment={id}
			data-selected={isSelected}
			data-dragged={props.isDragged}
			data-drop={props.isDropPlace}
			onFocus={props.onSelect}
			onDragOver={(event) => {
				event.preventDefault();
				props.onDragOver();
			}}
			onDrop={(event) => {
				event.preventDefault();
				props.onDrop();
			}}
		>
			<header className="segment-header">
				<span
					className="segment-grip"
					draggable={!isReadOnly}
					onDragStart={(event) => {
						event.dataTransfer.effectAllowed = 'move';
						props.onDrag();
					}}
					onDragEnd={props.onDragEnd}
					title="Drag to change the order"
				>
					<Icon name="gripper" />
				</span>
				<span className="segment-position number" aria-hidden="true">
					{position + 1}
				</span>
				<NameField
					label={`Name of segment ${position + 1}`}
					value={name}
					isReadOnly={isReadOnly}
					isRevealed={reveal !== null && reveal.range === null}
					onChange={(next) => updateDraft((now) => changeSegment(now, id, { name: next }), `Rename ${name}`)}
				/>
				{!isReadOnly && (
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
				)}
			</header>
			<RuleBox
				id={id}
				name={name}
				rule={rule}
				fields={props.fields}
				isReadOnly={isReadOnly}
				reveal={reveal?.range ?? null}
				onChange={(next) => updateDraft((now) => changeSegment(now, id, { rule: next }), `Edit rule of ${name}`)}
				onBlur={flushDraft}
			/>
			<SegmentCounts counts={props.counts} customers={props.customers} color={color} />
		</li>
	);
}
