import { useMemo } from 'react';
import { diffSegmentations } from '#shared/versions/diffSegmentations.ts';
import { useProject } from '../../engine/useProject.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import type { ViewProps } from '../../workbench/contribution.ts';
import { useServices } from '../../workbench/useServices.ts';
import { DefinitionDiff } from './DefinitionDiff.tsx';
import { sideOfParam, sideTitle } from './side.ts';
import { useSide } from './useSide.ts';
import './versions.css';

/** A saved version as it was, for reading. */
export function VersionView({ params }: ViewProps) {
	const { run } = useServices();
	const project = useProject();
	const side = sideOfParam(params['versionId']);
	const { value, error } = useSide(side);
	const content = useMemo(() => value && diffSegmentations(value, value), [value]);
	const summary = project?.versions.find(({ id }) => id === side);
	if (error) {
		return <ErrorState error={error} />;
	}
	if (!value || !content) {
		return null;
	}
	return (
		<div className="version">
			<header className="version-header">
				<h2>{sideTitle(side, project?.versions ?? [])}</h2>
				<Button icon="git-compare" onClick={() => void run('versions.compare', side)}>
					Compare with now
				</Button>
				<Button
					icon="discard"
					disabled={project?.isReadOnly ?? true}
					onClick={() => void run('versions.restore', side)}
				>
					Restore
				</Button>
			</header>
			{summary && (
				<p className="version-note">
					{summary.reason || 'No reason given'}. Saved by {summary.author}.
				</p>
			)}
			<DefinitionDiff diff={content} />
			<p className="version-note">
				Everyone else is called “{value.remainder}”.{' '}
				{value.mode === 'strict' ? 'Rules must not overlap.' : 'The first rule that is true takes the customer.'}
			</p>
		</div>
	);
}
