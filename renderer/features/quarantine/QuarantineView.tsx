import { useMemo, useState } from 'react';
import { counted } from '#shared/base/counted.ts';
import type { FixAction, QuarantineFix, QuarantineGroup } from '#shared/model/quarantineFix.ts';
import type { TableSummary } from '#shared/model/table.ts';
import { tableOfParams } from '../../engine/tableOfParams.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest } from '../../engine/useLatest.ts';
import { useProject } from '../../engine/useProject.ts';
import { Busy } from '../../ui/Busy.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { format } from '../../ui/format.ts';
import type { ViewProps } from '../../workbench/contribution.ts';
import { useServices } from '../../workbench/useServices.ts';
import { FixBar } from './FixBar.tsx';
import { FixOutcome } from './FixOutcome.tsx';
import { GroupList } from './GroupList.tsx';
import { QuarantineRows } from './QuarantineRows.tsx';
import './quarantine.css';

/** The rows of a table that could not be loaded: by reason, with their text, and the way to mend and load them. */
export function QuarantineView({ params }: ViewProps) {
	const engine = useEngine();
	const { run } = useServices();
	const table = tableOfParams(useProject(), params);
	const id = table?.id ?? null;
	const groups = useLatest(
		useMemo(
			() =>
				id === null
					? null
					: async (signal: AbortSignal) => {
							const answer = await engine.call('quarantine.groups', { tableId: id }, { signal });
							return { id, groups: answer.groups };
						},
			[engine, id],
		),
	);
	if (!table) {
		return (
			<EmptyState icon="table" title="This table is not in the project">
				It was removed, or it belongs to another project. Undo brings a removed table back.
			</EmptyState>
		);
	}
	if (groups.error) {
		return <ErrorState error={groups.error} onRetry={groups.retry} />;
	}
	if (!groups.value || groups.value.id !== table.id) {
		return groups.isSlow ? <Busy label="Reading the quarantine" onCancel={groups.cancel} /> : null;
	}
	if (table.rowsQuarantined === 0) {
		return (
			<EmptyState
				icon="pass"
				title="Nothing is in quarantine"
				action={<Button onClick={() => void run('tables.open', table.id)}>Open {table.name}</Button>}
			>
				All {counted(table.rowsRead, 'row')} of {table.file} are loaded.
			</EmptyState>
		);
	}
	return <QuarantineOf key={table.id} table={table} groups={groups.value.groups} />;
}

function QuarantineOf({
	table,
	groups,
}: {
	readonly table: TableSummary;
	readonly groups: readonly QuarantineGroup[];
}) {
	const { run } = useServices();
	const [selected, setSelected] = useState<number | null>(groups.length === 1 ? groups[0]!.id : null);
	const [actions, setActions] = useState<ReadonlyMap<number, FixAction>>(new Map());
	const [edits, setEdits] = useState<ReadonlyMap<number, string>>(new Map());
	const fix = useMemo(
		(): QuarantineFix => ({
			edits: [...edits].map(([position, text]) => ({ position, text })),
			rules: [...actions].map(([group, action]) => ({ group, action })),
		}),
		[actions, edits],
	);
	const preview = useFixPreview(table.id, fix);
	const group = groups.find(({ id }) => id === selected) ?? null;
	const setAction = (action: FixAction | null) => {
		if (group) {
			const next = new Map(actions);
			if (action) {
				next.set(group.id, action);
			} else {
				next.delete(group.id);
			}
			setActions(next);
		}
	};
	const setEdit = (position: number, text: string | null) => {
		const next = new Map(edits);
		if (text === null) {
			next.delete(position);
		} else {
			next.set(position, text);
		}
		setEdits(next);
	};
	const clear = () => {
		setActions(new Map());
		setEdits(new Map());
	};
	return (
		<div className="quarantine">
			<header className="quarantine-header">
				<p className="quarantine-summary number">
					{counted(table.rowsRead, 'row')} read = {format.count(table.rowsLoaded)} loaded +{' '}
					{format.count(table.rowsQuarantined)} quarantined
				</p>
				<Button icon="export" onClick={() => void run('quarantine.export', table.id)}>
					Export…
				</Button>
			</header>
			{fix.edits.length + fix.rules.length > 0 && (
				<FixOutcome table={table} fix={fix} preview={preview} onClear={clear} />
			)}
			<div className="quarantine-body">
				<GroupList
					groups={groups}
					total={table.rowsQuarantined}
					selected={selected}
					fixed={actions}
					onSelect={setSelected}
				/>
				<section className="quarantine-main" aria-label={group?.reason ?? 'All reasons'}>
					{group && <FixBar key={group.id} group={group} action={actions.get(group.id) ?? null} onChange={setAction} />}
					<QuarantineRows
						key={selected ?? 'all'}
						table={table}
						group={selected}
						edits={edits}
						outcomes={preview.value?.samples ?? null}
						onEdit={setEdit}
					/>
				</section>
			</div>
		</div>
	);
}

/** What the fix would do, asked anew with every change of it. */
function useFixPreview(tableId: number, fix: QuarantineFix) {
	const engine = useEngine();
	return useLatest(
		useMemo(
			() =>
				fix.edits.length + fix.rules.length === 0
					? () => Promise.resolve(null)
					: (signal: AbortSignal) => engine.call('quarantine.preview', { tableId, fix }, { signal }),
			[engine, tableId, fix],
		),
	);
}
