import type { ProjectState } from '#shared/model/projectState.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { useDraftActions } from '../../engine/useDraft.ts';
import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { cardStates, MANY_SEGMENTS, setAllCards } from './facts/factsState.ts';

export interface SegmentsToolbarProps {
	readonly project: ProjectState;
	readonly draft: Segmentation;
	/** What is looked for in the list. */
	readonly wanted: string;
	readonly onFind: (text: string) => void;
}

const modes = [
	{ value: 'waterfall', label: 'First rule that is true' },
	{ value: 'strict', label: 'Rules must not overlap' },
] as const;

/** What concerns the whole list: more segments, exclusions, the mode, finding, folding, keeping and passing on. */
export function SegmentsToolbar({ project, draft, wanted, onFind }: SegmentsToolbarProps) {
	const services = useServices();
	const { updateDraft } = useDraftActions();
	const cards = useStore(cardStates);
	const { segments } = draft;
	const isSomeOpen = segments.some(({ id }) => cards.get(id) !== 'closed');
	return (
		<header className="segments-toolbar">
			<Button
				kind="primary"
				icon="add"
				disabled={project.isReadOnly}
				onClick={() => void services.run('segments.addSegment')}
			>
				Add segment
			</Button>
			<Button
				icon="wand"
				title="Segments from RFM, a grid, a score, a decision tree or clusters"
				onClick={() => void services.run('builders.open')}
			>
				Build…
			</Button>
			<Button
				icon="circle-slash"
				disabled={project.isReadOnly}
				title="Customers that no segment and no figure counts: test accounts, staff, people without consent"
				onClick={() => void services.run('segments.addExclusion')}
			>
				Exclude…
			</Button>
			<Select
				label="A customer goes to"
				isInline
				value={draft.mode}
				options={modes}
				disabled={project.isReadOnly}
				onChange={(mode) =>
					updateDraft((now) => ({ ...now, mode }), mode === 'strict' ? 'Forbid overlap' : 'First true rule wins')
				}
			/>
			{(segments.length >= MANY_SEGMENTS || wanted !== '') && (
				<input
					type="search"
					className="text-input segments-find"
					aria-label="Find segments"
					placeholder="Find segments"
					value={wanted}
					onChange={(event) => onFind(event.target.value)}
				/>
			)}
			<div className="segments-toolbar-end">
				{segments.length > 1 && (
					<IconButton
						icon={isSomeOpen ? 'collapse-all' : 'expand-all'}
						label={isSomeOpen ? 'Fold all segments' : 'Unfold all segments'}
						onClick={() =>
							setAllCards(
								segments.map(({ id }) => id),
								isSomeOpen ? 'closed' : 'open',
							)
						}
					/>
				)}
				<Button
					icon="save"
					disabled={project.isReadOnly || !project.hasUnsavedVersion}
					onClick={() => void services.run('versions.save')}
				>
					Save version
				</Button>
				<Button icon="export" onClick={() => void services.run('segments.exportResults')}>
					Export
				</Button>
			</div>
		</header>
	);
}
