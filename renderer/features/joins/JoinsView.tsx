import { useEffect, useMemo } from 'react';
import type { JoinPair } from '#shared/model/joinReport.ts';
import { LatestQuery } from '../../engine/LatestQuery.ts';
import { useDelayed } from '../../engine/useDelayed.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useProject } from '../../engine/useProject.ts';
import { useStore } from '../../engine/useStore.ts';
import { Busy } from '../../ui/Busy.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import type { ViewProps } from '../../workbench/contribution.ts';
import { JoinPairReport } from './JoinPairReport.tsx';
import './joins.css';

/** How the rows of the tables find each other by their keys: of all pairs, or of the pairs of one table. */
export function JoinsView({ params }: ViewProps) {
	const engine = useEngine();
	const project = useProject();
	const query = useMemo(() => new LatestQuery<readonly JoinPair[]>(), []);
	const { value: pairs, isRunning, error } = useStore(query.state);
	const isSlow = useDelayed(isRunning);
	const tableId = typeof params['tableId'] === 'number' ? params['tableId'] : null;
	const tables = JSON.stringify(project?.tables.map(({ id, mapping, importedAt }) => [id, mapping, importedAt]));

	useEffect(() => {
		void query.ask(async (signal) => (await engine.call('joins.report', { tableId }, { signal })).pairs);
		return () => query.cancel();
		// Another mapping or import of any table makes other figures.
	}, [engine, query, tableId, tables]);

	if (!project) {
		return (
			<EmptyState icon="references" title="No project is open">
				Open or create one, and import two tables.
			</EmptyState>
		);
	}
	if (error) {
		return <ErrorState error={error} />;
	}
	if (!pairs) {
		return isSlow ? <Busy label="Comparing keys" onCancel={() => query.cancel()} /> : null;
	}
	if (pairs.length === 0) {
		return (
			<EmptyState icon="references" title="Nothing to compare yet">
				Two tables that name customers or campaigns are needed. Import another one, or say under Meaning which column
				names the customer.
			</EmptyState>
		);
	}
	return (
		<div className="joins" aria-busy={isSlow}>
			{pairs.map((pair) => (
				<JoinPairReport key={`${pair.field} ${pair.left.tableId} ${pair.right.tableId}`} pair={pair} />
			))}
		</div>
	);
}
