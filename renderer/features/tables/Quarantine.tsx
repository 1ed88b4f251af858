import { useCallback, useState } from 'react';
import type { TableSummary } from '#shared/model/table.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest } from '../../engine/useLatest.ts';
import { Busy } from '../../ui/Busy.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { format } from '../../ui/format.ts';
import { placeHeading } from '../../ui/placeHeading.ts';
import { useServices } from '../../workbench/useServices.ts';

const PAGE = 200;

/** The rows that could not be read: line or row, reason, and the text as it stands in the file. */
export function Quarantine({ table }: { readonly table: TableSummary }) {
	const engine = useEngine();
	const { run } = useServices();
	const [from, setFrom] = useState(0);
	const { id, importedAt } = table;
	const page = useLatest(
		useCallback(
			(signal: AbortSignal) => engine.call('tables.quarantine', { tableId: id, from, count: PAGE }, { signal }),
			// A replaced table keeps its id; its rows are other ones.
			// oxlint-disable-next-line react/exhaustive-deps
			[engine, id, importedAt, from],
		),
	);
	if (page.error) {
		return <ErrorState error={page.error} onRetry={page.retry} />;
	}
	if (!page.value) {
		return page.isSlow ? <Busy label="Reading the quarantine" onCancel={page.cancel} /> : null;
	}
	const { rows, total } = page.value;
	if (total === 0) {
		return (
			<EmptyState icon="pass" title="Nothing is in quarantine">
				Every row of {table.file} could be read.
			</EmptyState>
		);
	}
	return (
		<>
			<div className="facts-pager">
				<Button icon="wrench" onClick={() => void run('quarantine.open', id)}>
					Search, repair and load…
				</Button>
			</div>
			<table className="facts">
				<thead>
					<tr>
						<th scope="col" className="facts-number">
							{placeHeading(table.source)}
						</th>
						<th scope="col">Reason</th>
						<th scope="col">Text in the file</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.line}>
							<td className="facts-number number">{format.count(row.line)}</td>
							<td>{row.reason}</td>
							<td className="facts-text">{row.text}</td>
						</tr>
					))}
				</tbody>
			</table>
			{total > PAGE && (
				<div className="facts-pager">
					<Button disabled={from === 0} onClick={() => setFrom(from - PAGE)}>
						Previous
					</Button>
					<span className="number">
						{format.count(from + 1)} to {format.count(from + rows.length)} of {format.count(total)}
					</span>
					<Button disabled={from + rows.length >= total} onClick={() => setFrom(from + PAGE)}>
						Next
					</Button>
				</div>
			)}
		</>
	);
}
