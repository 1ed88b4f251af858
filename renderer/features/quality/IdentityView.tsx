import { useMemo } from 'react';
import { counted } from '#shared/base/counted.ts';
import type { IdentityReport } from '#shared/model/tableQuality.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest } from '../../engine/useLatest.ts';
import { useProject } from '../../engine/useProject.ts';
import { Busy } from '../../ui/Busy.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { format } from '../../ui/format.ts';
import './quality.css';

const SHOWN = 40;

/** In which tables the customers of the base occur: one identity seen in several channels. */
export function IdentityView() {
	const engine = useEngine();
	const project = useProject();
	const data = project && JSON.stringify([project.path, project.tables.map(({ id, mapping }) => [id, mapping])]);
	const report = useLatest(
		useMemo(
			() => (data === null ? null : (signal: AbortSignal) => engine.call('quality.identity', {}, { signal })),
			[engine, data],
		),
	);
	if (report.error) {
		return <ErrorState error={report.error} onRetry={report.retry} />;
	}
	if (!report.value) {
		return report.isSlow ? <Busy label="Counting customers" onCancel={report.cancel} /> : null;
	}
	if (report.value.tables.length === 0) {
		return (
			<EmptyState icon="references" title="No events yet">
				Import orders or campaign recipients to see which customers occur in which table.
			</EmptyState>
		);
	}
	return <Identity report={report.value} />;
}

function Identity({ report }: { readonly report: IdentityReport }) {
	const { customers, tables, combinations } = report;
	const nameOf = new Map(tables.map(({ tableId, name }) => [tableId, name]));
	const share = (count: number) => (customers === 0 ? '' : format.share(count / customers));
	return (
		<div className="quality-identity" role="region" aria-label="Customers across tables" tabIndex={0}>
			<p>
				{counted(customers, 'customer')} in the base. A customer is the same one in every table where the key is the
				same; a number and its plain spelling are one key.
			</p>
			<table className="quality-frequent">
				<caption>Customers of each table</caption>
				<thead>
					<tr>
						<th scope="col">Table</th>
						<th scope="col">Customers</th>
						<th scope="col">Known in the base</th>
						<th scope="col">Share of the base</th>
					</tr>
				</thead>
				<tbody>
					{tables.map(({ tableId, name, customers: count, matched }) => (
						<tr key={tableId}>
							<th scope="row">{name}</th>
							<td className="number">{format.count(count)}</td>
							<td className="number">{format.count(matched)}</td>
							<td className="number">{share(matched)}</td>
						</tr>
					))}
				</tbody>
			</table>
			<table className="quality-frequent">
				<caption>Customers by the tables in which they occur</caption>
				<thead>
					<tr>
						<th scope="col">In</th>
						<th scope="col">Customers</th>
						<th scope="col">Share of the base</th>
					</tr>
				</thead>
				<tbody>
					{combinations.slice(0, SHOWN).map(({ tableIds, customers: count }) => (
						<tr key={tableIds.join(' ')}>
							<th scope="row">
								{tableIds.length === 0 ? 'no table of events' : tableIds.map((id) => nameOf.get(id)).join(' and ')}
							</th>
							<td className="number">{format.count(count)}</td>
							<td className="number">{share(count)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
