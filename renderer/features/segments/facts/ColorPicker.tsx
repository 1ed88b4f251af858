import { useState } from 'react';
import { segmentPalette } from '#shared/charts/segmentColor.ts';
import type { SegmentDefinition } from '#shared/model/segmentation.ts';
import { useDraftActions } from '../../../engine/useDraft.ts';
import { isDark } from '../../../theme/ThemeKind.ts';
import { useSegmentColor, useTheme } from '../../../theme/useTheme.ts';
import { Button } from '../../../ui/Button.tsx';
import { Popover } from '../conditions/Popover.tsx';
import { changeSegment } from '../draftChanges.ts';

export interface ColorPickerProps {
	readonly segment: SegmentDefinition;
	readonly isReadOnly: boolean;
}

/** The colour of a segment on every screen; as long as none is chosen, its place in the list decides. */
export function ColorPicker({ segment, isReadOnly }: ColorPickerProps) {
	const { updateDraft } = useDraftActions();
	const current = useSegmentColor()(segment.id);
	const palette = segmentPalette(isDark(useTheme()) ? 'dark' : 'light');
	const [isOpen, setOpen] = useState(false);
	const choose = (color: number | undefined) => {
		updateDraft((now) => changeSegment(now, segment.id, { color }), `Colour ${segment.name}`);
		setOpen(false);
	};
	return (
		<Popover
			label={`Colours for ${segment.name}`}
			triggerLabel={`Colour of ${segment.name}`}
			triggerClass="segment-swatch"
			isDisabled={isReadOnly}
			isOpen={isOpen}
			onOpen={setOpen}
			trigger={<span style={{ background: current }} />}
		>
			<div className="color-picker">
				<div className="color-picker-row" role="group" aria-label="Palette">
					{palette.map(({ name, value }, color) => (
						<button
							key={name}
							type="button"
							className="segment-swatch"
							aria-label={name}
							aria-pressed={segment.color === color}
							title={name}
							onClick={() => choose(color)}
						>
							<span style={{ background: value }} />
						</button>
					))}
				</div>
				<Button kind="link" disabled={segment.color === undefined} onClick={() => choose(undefined)}>
					By its place in the list
				</Button>
			</div>
		</Popover>
	);
}
