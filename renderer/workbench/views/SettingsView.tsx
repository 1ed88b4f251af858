import { usePreferences } from '../../engine/usePreferences.ts';
import { useProject } from '../../engine/useProject.ts';
import { useSession } from '../../engine/EngineContext.ts';
import { Select } from '../../ui/Select.tsx';
import { useServices } from '../useServices.ts';
import { AnalysisSettingsForm } from './AnalysisSettingsForm.tsx';
import './documentViews.css';

const themes = [
	{ value: 'system', label: 'Like the system' },
	{ value: 'light', label: 'Light' },
	{ value: 'dark', label: 'Dark' },
] as const;

/** Settings of the analysis (kept in the project, undoable) and of the app (kept on this computer). */
export function SettingsView() {
	const { theme } = usePreferences();
	const { preferences } = useSession();
	const { notifications } = useServices();
	const project = useProject();
	return (
		<article className="document">
			<h1>Settings</h1>
			<h2>Analysis</h2>
			{project ? (
				<AnalysisSettingsForm isDisabled={project.isReadOnly} />
			) : (
				<p>Open a project to set its as-of date, baseline and level of confidence.</p>
			)}
			<h2>Appearance</h2>
			<div className="settings-group">
				<Select
					label="Theme"
					value={theme}
					options={themes}
					hint="High contrast follows the setting of the operating system."
					onChange={(value) =>
						void preferences.update({ theme: value }).catch((error: unknown) => notifications.showError(error))
					}
				/>
			</div>
		</article>
	);
}
