import { counted } from '#shared/base/counted.ts';
import { useProject } from '../../engine/useProject.ts';
import { Button } from '../../ui/Button.tsx';
import { format } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useServices } from '../../workbench/useServices.ts';
import './versions.css';

/** The side bar: saved versions of the segmentation, newest first, each with its reason. */
export function VersionsView() {
	const { run } = useServices();
	const project = useProject();
	if (!project) {
		return <p className="versions-note">Open a project to see the versions of its segments.</p>;
	}
	const { versions, hasUnsavedVersion, isReadOnly } = project;
	return (
		<section className="versions" aria-label="Versions">
			<p className="versions-note">
				{versions.length === 0
					? 'Save a version to be able to come back to it, with the reason for it, and to see what later changes do.'
					: hasUnsavedVersion
						? 'Changed since the last saved version.'
						: 'The segments are as in the newest version.'}
			</p>
			{hasUnsavedVersion && (
				<div className="versions-actions">
					<Button icon="save" disabled={isReadOnly} onClick={() => void run('versions.save')}>
						Save version…
					</Button>
					{versions.length > 0 && (
						<Button icon="git-compare" onClick={() => void run('versions.compareWithLast')}>
							What changed?
						</Button>
					)}
				</div>
			)}
			<ul className="versions-list">
				{versions.map((version) => {
					const moment = format.moment(version.savedAt);
					return (
						<li key={version.id} className="versions-row">
							<button type="button" className="versions-open" onClick={() => void run('versions.open', version.id)}>
								<span className="versions-reason" title={version.reason}>
									{version.reason || 'No reason given'}
								</span>
								<span className="versions-detail">
									<span>{moment},</span> <span>{version.author},</span>{' '}
									<span>{counted(version.segments, 'segment')}</span>
								</span>
							</button>
							<IconButton
								icon="git-compare"
								label={`Compare the version of ${moment} with the segments as they are now`}
								onClick={() => void run('versions.compare', version.id)}
							/>
							<IconButton
								icon="discard"
								label={`Restore the version of ${moment}`}
								disabled={isReadOnly}
								onClick={() => void run('versions.restore', version.id)}
							/>
						</li>
					);
				})}
			</ul>
		</section>
	);
}
