import { useDeferredValue, useMemo, useState } from 'react';
import type { FixPreview } from '#shared/model/quarantineFix.ts';
import type { TableSummary } from '#shared/model/table.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest } from '../../engine/useLatest.ts';
import { Busy } from '../../ui/Busy.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { format } from '../../ui/format.ts';
import { placeHeading } from '../../ui/placeHeading.ts';
import { TextField } from '../../ui/TextField.tsx';
import { QuarantineRow } from './QuarantineRow.tsx';

const PAGE = 100;

interface QuarantineRowsProps {
	readonly table: TableSummary;
	readonly group: number | null;
	/** Texts that were typed anew, by position. */
	readonly edits: ReadonlyMap<number, string>;
	/** What the fix would do to the first rows it touches; null without one. */
	readonly outcomes: FixPreview['samples'] | null;
	readonly onEdit: (position: number, text: string | null) => void;
}

/** Rows page by page, searched in place, reason and text. */
export function QuarantineRows({ table, group, edits, outcomes, onEdit }: QuarantineRowsProps) {
	const engine = useEngine();
	const heading = placeHeading(table.source);
	const searchLabel = `Search in ${heading.toLowerCase()}, reason and text`;
	const [search, setSearch] = useState('');
	const [from, setFrom] = useState(0);
	const wanted = useDeferredValue(search);
	const page = useLatest(
		useMemo(
			() => (signal: AbortSignal) =>
				engine.call('quarantine.rows', { tableId: table.id, group, search: wanted, from, count: PAGE }, { signal }),
			[engine, table.id, group, wanted, from],
		),
	);
	const outcomeOf = useMemo(() => new Map(outcomes?.map((entry) => [entry.position, entry])), [outcomes]);
	const total = page.value?.total ?? 0;
	const rows = page.value?.rows ?? [];
	return (
		<>
			<div className="quarantine-tools">
				<TextField
					label={searchLabel}
					isLabelHidden
					placeholder={searchLabel}
					value={search}
					onChange={(event) => {
						setSearch(event.target.value);
						setFrom(0);
					}}
				/>
				<span className="quarantine-pages">
					<Button disabled={from === 0} onClick={() => setFrom(Math.max(0, from - PAGE))}>
						Previous
					</Button>
					<span className="number">
						{total === 0 ? '0' : `${format.count(from + 1)} to ${format.count(from + rows.length)}`} of{' '}
						{format.count(total)}
					</span>
					<Button disabled={from + rows.length >= total} onClick={() => setFrom(from + PAGE)}>
						Next
					</Button>
				</span>
			</div>
			{page.error && <ErrorState error={page.error} onRetry={page.retry} />}
			{page.isSlow && <Busy label="Searching the quarantine" onCancel={page.cancel} />}
			<div className="quarantine-scroll" tabIndex={0} role="region" aria-label="Quarantined rows">
				<table className="quarantine-table">
					<thead>
						<tr>
							<th scope="col" className="quarantine-line">
								{heading}
							</th>
							<th scope="col">Text and reason</th>
							<th scope="col">
								<span className="visually-hidden">Actions</span>
							</th>
						</tr>
					</thead>
					<tbody>
						{rows.map((row) => (
							<QuarantineRow
								key={row.position}
								row={row}
								place={`${heading.toLowerCase()} ${row.line}`}
								edit={edits.get(row.position) ?? null}
								outcome={outcomeOf.get(row.position) ?? null}
								onEdit={(text) => onEdit(row.position, text)}
							/>
						))}
					</tbody>
				</table>
				{page.value && total === 0 && <p className="quarantine-none">No row holds that.</p>}
			</div>
		</>
	);
}
