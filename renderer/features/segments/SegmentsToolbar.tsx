import type { ProjectState } from '#shared/model/projectState.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { useDraftActions } from '../../engine/useDraft.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { useServices } from '../../workbench/useServices.ts';

export interface SegmentsToolbarProps {
	readonly project: ProjectState;
	readonly draft: Segmentation;
}

const modes = [
	{ value: 'waterfall', label: 'First rule that is true' },
	{ value: 'strict', label: 'Rules must not overlap' },
] as const;

export function SegmentsToolbar({ project, draft }: SegmentsToolbarProps) {
	const services = useServices();
	const { updateDraft } = useDraftActions();
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
			<div className="segments-toolbar-end">
				<Button
					icon="save"
					disabled={project.isReadOnly || !project.hasUnsavedVersion}
					onClick={() => void services.run('segments.saveVersion')}
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
