import { tableFromIPC } from 'apache-arrow';
import { useCallback, useMemo, useState } from 'react';
import type { SqlTable } from '#shared/model/sqlConsole.ts';
import { statementAt, type SqlRange } from '#shared/sql/statementAt.ts';
import { copyText } from '../../charts/copyText.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest } from '../../engine/useLatest.ts';
import { useProgress } from '../../engine/useProgress.ts';
import { useProject } from '../../engine/useProject.ts';
import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import type { ViewProps } from '../../workbench/contribution.ts';
import { useServices } from '../../workbench/useServices.ts';
import { resultNote } from './resultNote.ts';
import { resultText } from './resultText.ts';
import { saveResult } from './saveResult.ts';
import './sql.css';
import { SqlEditor } from './SqlEditor.tsx';
import { SqlHistory } from './SqlHistory.tsx';
import { SqlResult } from './SqlResult.tsx';
import { SqlStart } from './SqlStart.tsx';
import { consoleState, type ConsoleState } from './sqlState.ts';

/** Rows that a result shows; the export holds all. */
const SHOWN_ROWS = 10_000;
const noTables: readonly SqlTable[] = [];

/** The SQL console: queries above, the result below. Reads only. */
export function SqlView({ params }: ViewProps) {
	const project = useProject();
	const { run } = useServices();
	if (!project || project.tables.length === 0) {
		return (
			<EmptyState
				icon="terminal"
				title="No tables to query yet"
				action={
					<Button kind="primary" icon="add" onClick={() => void run('import.chooseFiles')}>
						Import files
					</Button>
				}
			>
				The console runs SQL over every table of a project. Import a file to begin.
			</EmptyState>
		);
	}
	return (
		<Console
			key={project.path}
			projectPath={project.path}
			revision={project.revision}
			consoleId={String(params['console'] ?? 1)}
		/>
	);
}

interface ConsoleProps {
	readonly projectPath: string;
	readonly revision: number;
	readonly consoleId: string;
}

function Console({ projectPath, revision, consoleId }: ConsoleProps) {
	const engine = useEngine();
	const services = useServices();
	const { notifications } = services;
	const store = useMemo(() => consoleState(projectPath, consoleId), [projectPath, consoleId]);
	const { text, result, isHistoryShown } = useStore(store);
	const [selection, setSelection] = useState<SqlRange>({ from: 0, to: 0 });
	const [ran, setRan] = useState(0);
	const [failure, setFailure] = useState<Error | null>(null);
	const work = useProgress();
	const schema = useLatest(
		useCallback(
			(signal: AbortSignal) => engine.call('sql.schema', {}, { signal }),
			// Another revision may have other tables.
			// oxlint-disable-next-line react/exhaustive-deps
			[engine, revision],
		),
	);
	const tables = schema.value?.tables ?? noTables;
	const change = (part: Partial<ConsoleState>) => store.update((state) => ({ ...state, ...part }));

	async function runAt({ from, to }: SqlRange): Promise<void> {
		const whole = store.get().text;
		const range = to > from ? { from, to } : statementAt(whole, from);
		if (!range) {
			return;
		}
		work.cancel();
		setFailure(null);
		const statement = whole.slice(range.from, range.to);
		const at = new Date().toISOString();
		try {
			const answer = await work.run((options) =>
				engine.call('sql.run', { text: statement, limit: SHOWN_ROWS }, options),
			);
			if (answer === null) {
				return;
			}
			const isRefused = answer.kind === 'refused';
			change({
				result: isRefused
					? { ...answer, from: range.from }
					: { ...answer, table: tableFromIPC(answer.rows), at, text: statement },
			});
			await engine.call('sql.remember', {
				at,
				text: statement,
				durationMs: isRefused ? 0 : answer.durationMs,
				rows: isRefused ? null : answer.count,
				hasMore: isRefused ? false : answer.hasMore,
			});
			setRan((count) => count + 1);
		} catch (error) {
			setFailure(error instanceof Error ? error : new Error(String(error)));
		}
	}

	const choose = (chosen: string) => {
		change({ text: chosen, result: null });
		void runAt({ from: 0, to: chosen.length });
	};
	const rows = result?.kind === 'rows' ? result : null;
	const mark =
		result?.kind === 'refused' && result.position
			? {
					from: result.from + result.position.offset,
					to: result.from + result.position.offset + result.position.length,
					message: result.message,
				}
			: null;
	return (
		<div className="sql-console">
			<div className="sql-toolbar">
				<Button kind="primary" icon="play" disabled={text.trim() === ''} onClick={() => void runAt(selection)}>
					{selection.to > selection.from ? 'Run selection' : 'Run'}
				</Button>
				<span className="sql-note number" role="status">
					{rows ? resultNote(rows) : ''}
				</span>
				<Button
					icon="copy"
					disabled={!rows || rows.count === 0}
					onClick={() => rows && void copyText(notifications, 'The result', resultText(rows))}
				>
					Copy
				</Button>
				<Button
					icon="export"
					disabled={!rows || rows.columns.length === 0}
					onClick={() =>
						rows && void saveResult(services, rows.text).catch((error: unknown) => notifications.showError(error))
					}
				>
					Export
				</Button>
				<Button
					icon="history"
					aria-pressed={isHistoryShown}
					onClick={() => change({ isHistoryShown: !isHistoryShown })}
				>
					History
				</Button>
			</div>
			<div className="sql-upper">
				<SqlEditor
					value={text}
					tables={tables}
					mark={mark}
					onChange={(next) => change({ text: next })}
					onSelect={setSelection}
					onRun={(range) => void runAt(range)}
				/>
				{isHistoryShown && <SqlHistory version={ran} onChoose={(chosen) => change({ text: chosen, result: null })} />}
			</div>
			{work.progress && (
				<div className="sql-progress">
					<ProgressBar
						label="Running the query"
						progress={work.progress}
						detail={work.progress.phase}
						onCancel={work.cancel}
					/>
				</div>
			)}
			<div className="sql-lower">
				{failure && <ErrorState error={failure} onRetry={() => void runAt(selection)} />}
				{result?.kind === 'refused' && (
					<p className="sql-refusal" role="alert">
						<Icon name="error" />
						<span>
							{result.position && <b className="number">{placeOf(text, result.from + result.position.offset)}</b>}{' '}
							{result.message}
						</span>
					</p>
				)}
				{rows && <SqlResult key={rows.at} result={rows} />}
				{!result && !failure && <SqlStart tables={tables} onChoose={choose} />}
			</div>
		</div>
	);
}

/** Line and column in the whole text, of which the statement may be a part. */
function placeOf(text: string, offset: number): string {
	const lines = text.slice(0, offset).split('\n');
	return `Line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}:`;
}
