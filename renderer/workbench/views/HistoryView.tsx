import { useCallback } from 'react';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest } from '../../engine/useLatest.ts';
import { useProject } from '../../engine/useProject.ts';
import { Busy } from '../../ui/Busy.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { format } from '../../ui/format.ts';
import { useContextKeys, useServices } from '../useServices.ts';
import './panelViews.css';

const SHOWN_STEPS = 200;

/** Every change of the project, the newest first, with undo and redo. */
export function HistoryView() {
	const engine = useEngine();
	const { run } = useServices();
	const { canUndo, canRedo } = useContextKeys();
	const project = useProject();
	const revision = project && `${project.path} ${project.revision}`;
	const history = useLatest(
		useCallback(
			(signal: AbortSignal) =>
				revision === null
					? Promise.resolve({ entries: [] })
					: engine.call('project.history', { limit: SHOWN_STEPS }, { signal }),
			[engine, revision],
		),
	);
	if (!project) {
		return <p className="panel-empty">Open a project to see what was changed in it, and when.</p>;
	}
	if (history.error) {
		return <ErrorState error={history.error} onRetry={history.retry} />;
	}
	if (!history.value) {
		return history.isSlow ? <Busy label="Reading the history" /> : null;
	}
	return (
		<>
			<div className="panel-toolbar">
				<Button icon="discard" disabled={!canUndo} onClick={() => void run('edit.undo')}>
					{project.undoLabel ? `Undo: ${project.undoLabel}` : 'Undo'}
				</Button>
				<Button icon="redo" disabled={!canRedo} onClick={() => void run('edit.redo')}>
					{project.redoLabel ? `Redo: ${project.redoLabel}` : 'Redo'}
				</Button>
			</div>
			{history.value.entries.length === 0 && <p className="panel-empty">Nothing has been changed yet.</p>}
			<ol className="panel-list" aria-label="Changes, newest first">
				{history.value.entries.map((entry) => (
					<li key={entry.id} className="panel-row">
						<span className="panel-row-note number">{format.moment(entry.at)}</span>
						<span className={`panel-row-text ${entry.isUndone ? 'panel-row-undone' : ''}`}>{entry.label}</span>
						{entry.isUndone && <span className="panel-row-note">undone</span>}
					</li>
				))}
			</ol>
		</>
	);
}
