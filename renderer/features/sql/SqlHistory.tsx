import { useCallback } from 'react';
import { counted } from '#shared/base/counted.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest } from '../../engine/useLatest.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { format } from '../../ui/format.ts';

interface SqlHistoryProps {
	/** Another number asks again. */
	readonly version: number;
	readonly onChoose: (text: string) => void;
}

const SHOWN = 100;

/** What was run in this project, the newest first; a click puts it into the editor. */
export function SqlHistory({ version, onChoose }: SqlHistoryProps) {
	const engine = useEngine();
	const history = useLatest(
		useCallback(
			(signal: AbortSignal) => engine.call('sql.history', { limit: SHOWN }, { signal }),
			// A query that was run since is another history.
			// oxlint-disable-next-line react/exhaustive-deps
			[engine, version],
		),
	);
	if (history.error) {
		return <ErrorState error={history.error} onRetry={history.retry} />;
	}
	const entries = history.value?.entries ?? [];
	return (
		<section className="sql-history" aria-label="Queries that were run">
			{history.value && entries.length === 0 && (
				<p className="sql-history-empty">Nothing has been run in this project yet.</p>
			)}
			<ol className="sql-history-list">
				{entries.map(({ id, at, text, durationMs, rows, hasMore }) => (
					<li key={id}>
						<button type="button" className="sql-history-entry" onClick={() => onChoose(text)}>
							<span className="sql-history-text">{text}</span>
							<span className="sql-history-note number">
								{format.moment(at)},{' '}
								{rows === null
									? 'refused'
									: `${hasMore ? 'first ' : ''}${counted(rows, 'row')}, ${format.duration(durationMs)}`}
							</span>
						</button>
					</li>
				))}
			</ol>
		</section>
	);
}
