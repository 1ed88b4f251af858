import { useCallback, useMemo, useState } from 'react';
import { counted } from '#shared/base/counted.ts';
import type { TableQuality } from '#shared/model/tableQuality.ts';
import type { TableSummary } from '#shared/model/table.ts';
import { tableOfParams } from '../../engine/tableOfParams.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest } from '../../engine/useLatest.ts';
import { useProject } from '../../engine/useProject.ts';
import { useStore } from '../../engine/useStore.ts';
import { Busy } from '../../ui/Busy.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { format } from '../../ui/format.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ViewProps } from '../../workbench/contribution.ts';
import { ColumnDetail } from './ColumnDetail.tsx';
import { ColumnList } from './ColumnList.tsx';
import { FindingList } from './FindingList.tsx';
import { focusColumn, focusedColumns } from './qualityState.ts';
import './quality.css';

const filters = [
	{ value: 'all', label: 'All columns' },
	{ value: 'findings', label: 'With findings' },
	{ value: 'gaps', label: 'With gaps' },
] as const;
type Filter = (typeof filters)[number]['value'];

/** What can be said of the data of one table: each column's figures, and what a person should look at. */
export function QualityView({ params }: ViewProps) {
	const engine = useEngine();
	const table = tableOfParams(useProject(), params);
	const id = table?.id ?? null;
	const meaning = JSON.stringify(table?.mapping.fields);
	const quality = useLatest(
		useMemo(
			() => (id === null ? null : (signal: AbortSignal) => engine.call('quality.table', { tableId: id }, { signal })),
			// Which column plays which part decides what is told of it.
			// oxlint-disable-next-line react/exhaustive-deps
			[engine, id, meaning],
		),
	);
	if (!table) {
		return (
			<EmptyState icon="table" title="This table is not in the project">
				It was removed, or it belongs to another project. Undo brings a removed table back.
			</EmptyState>
		);
	}
	if (quality.error) {
		return <ErrorState error={quality.error} onRetry={quality.retry} />;
	}
	if (!quality.value || quality.value.tableId !== table.id) {
		return quality.isSlow ? <Busy label={`Checking ${table.name}`} onCancel={quality.cancel} /> : null;
	}
	return <QualityOf table={table} quality={quality.value} />;
}

function QualityOf({ table, quality }: { readonly table: TableSummary; readonly quality: TableQuality }) {
	const focused = useStore(focusedColumns)[table.id] ?? null;
	const [search, setSearch] = useState('');
	const [filter, setFilter] = useState<Filter>('all');
	const { columns, findings, rows, repeatedRows, completeness } = quality;
	const counts = useMemo(() => countByColumn(quality), [quality]);
	const shown = useMemo(() => {
		const wanted = search.trim().toLowerCase();
		return columns.filter(
			({ name, nulls }) =>
				name.toLowerCase().includes(wanted) &&
				(filter === 'all' || (filter === 'gaps' ? nulls > 0 : (counts.get(name) ?? 0) > 0)),
		);
	}, [columns, search, filter, counts]);
	const select = useCallback((name: string | null) => focusColumn(table.id, name), [table.id]);
	const column = columns.find(({ name }) => name === focused) ?? null;
	return (
		<div className="quality">
			<header className="quality-header">
				<p className="quality-summary number">
					{counted(rows, 'row')}, {counted(columns.length, 'column')}
					{completeness !== null && `, ${format.share(completeness)} of all cells filled`}
					{repeatedRows > 0 && `, ${counted(repeatedRows, 'repeated row')}`}. {counted(findings.length, 'finding')}.
				</p>
				<div className="quality-tools">
					<TextField
						label="Search columns"
						isLabelHidden
						placeholder="Search columns"
						value={search}
						onChange={(event) => setSearch(event.target.value)}
					/>
					<Select label="Show" isLabelHidden value={filter} options={filters} onChange={setFilter} />
				</div>
			</header>
			<div className="quality-body">
				<ColumnList
					label={`Columns of ${table.name}`}
					columns={shown}
					rows={rows}
					findings={counts}
					selected={column?.name ?? null}
					onSelect={select}
				/>
				<aside className="quality-detail" aria-label={column ? `Column ${column.name}` : 'Findings of the table'}>
					{column ? (
						<ColumnDetail table={table} quality={quality} column={column} onClose={() => select(null)} />
					) : (
						<>
							<h2 className="quality-title">Findings</h2>
							<FindingList table={table} findings={findings} onColumn={select} />
						</>
					)}
				</aside>
			</div>
		</div>
	);
}

function countByColumn({ findings }: TableQuality): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { column } of findings) {
		if (column !== null) {
			counts.set(column, (counts.get(column) ?? 0) + 1);
		}
	}
	return counts;
}
