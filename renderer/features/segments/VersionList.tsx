import type { ProjectState } from '#shared/model/projectState.ts';
import { format, plural } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useServices } from '../../workbench/useServices.ts';

export interface VersionListProps {
	readonly project: ProjectState;
}

/** Saved versions of the segmentation, newest first, each with its reason. */
export function VersionList({ project }: VersionListProps) {
	const services = useServices();
	const { versions, hasUnsavedVersion, isReadOnly } = project;
	return (
		<section className="versions" aria-labelledby="versions-title">
			<header className="versions-header">
				<h3 id="versions-title">Versions</h3>
				<IconButton
					icon="save"
					label="Save version"
					disabled={isReadOnly || !hasUnsavedVersion}
					onClick={() => void services.run('segments.saveVersion')}
				/>
			</header>
			{hasUnsavedVersion && <p className="versions-note">Changed since the last saved version.</p>}
			{versions.length === 0 ? (
				<p className="versions-note">Save a version to be able to come back to it, with the reason for it.</p>
			) : (
				<ul className="versions-list">
					{versions.map((version) => (
						<li key={version.id} className="versions-row">
							<span className="versions-reason" title={version.reason}>
								{version.reason || 'No reason given'}
							</span>
							<span className="versions-detail">
								{format.moment(version.savedAt)}, {version.author}, {plural(version.segments, 'segment')}
							</span>
							<IconButton
								icon="discard"
								label={`Restore the version of ${format.moment(version.savedAt)}`}
								disabled={isReadOnly}
								onClick={() => void services.run('segments.restoreVersion', version.id)}
							/>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
