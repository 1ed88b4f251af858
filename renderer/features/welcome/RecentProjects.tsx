import { useSession } from '../../engine/EngineContext.ts';
import { usePreferences } from '../../engine/usePreferences.ts';
import { format } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useServices } from '../../workbench/useServices.ts';

const SHOWN = 6;

/** The projects that were open last, the latest first. */
export function RecentProjects() {
	const { recentProjects } = usePreferences();
	const { preferences } = useSession();
	const { run, notifications } = useServices();
	const forget = (path: string) => {
		const rest = recentProjects.filter((entry) => entry.path !== path);
		preferences.update({ recentProjects: rest }).catch((error: unknown) => notifications.showError(error));
	};
	return (
		<>
			<h2>Recent</h2>
			{recentProjects.length === 0 && <p className="welcome-detail">Projects that you open are listed here.</p>}
			<ul className="welcome-list">
				{recentProjects.slice(0, SHOWN).map(({ path, name, openedAt }) => (
					<li key={path} className="welcome-recent">
						<button
							type="button"
							className="welcome-action"
							title={path}
							onClick={() => void run('project.openPath', path)}
						>
							<Icon name="database" />
							<span>{name}</span>
							<span className="welcome-detail welcome-path">{path}</span>
							<span className="welcome-detail number">{format.date(openedAt)}</span>
						</button>
						<IconButton icon="close" label={`Take ${name} off this list`} onClick={() => forget(path)} />
					</li>
				))}
			</ul>
		</>
	);
}
