import { useState } from 'react';
import { counted } from '#shared/base/counted.ts';
import type { ReimportMode, TableDiff } from '#shared/model/tableDiff.ts';
import type { TableSummary } from '#shared/model/table.ts';
import { useSession } from '../../engine/EngineContext.ts';
import { tableOfParams } from '../../engine/tableOfParams.ts';
import { useProject } from '../../engine/useProject.ts';
import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { format } from '../../ui/format.ts';
import type { ViewProps } from '../../workbench/contribution.ts';
import { fileName } from '../../workbench/overlays/filePath.ts';
import { useServices } from '../../workbench/useServices.ts';
import { comparePlan } from './comparePlan.ts';
import { DiffColumns } from './DiffColumns.tsx';
import { compared, type Compared } from './reimportState.ts';
import './reimport.css';

/** A newer export beside its table: what differs, and what is to become of it. */
export function ReimportView({ params }: ViewProps) {
	const { run } = useServices();
	const table = tableOfParams(useProject(), params);
	const found = useStore(compared);
	if (!table || found?.diff.tableId !== table.id) {
		return (
			<EmptyState
				icon="diff"
				title="No newer export is being compared"
				action={
					<Button kind="primary" onClick={() => void run('reimport.choose', table?.id)}>
						Choose a newer export
					</Button>
				}
			>
				Choose a newer export of a table to see what differs before anything changes.
			</EmptyState>
		);
	}
	return <Comparison key={found.diff.token} table={table} found={found} />;
}

function Comparison({ table, found }: { readonly table: TableSummary; readonly found: Compared }) {
	const { diff, plan, notes } = found;
	const session = useSession();
	const { notifications, layout } = useServices();
	const [mode, setMode] = useState<ReimportMode>('replace');
	const [isBusy, setIsBusy] = useState(false);
	const common = diff.columns.filter(({ before, after }) => before !== null && after !== null);

	const work = async (task: () => Promise<void>) => {
		setIsBusy(true);
		try {
			await task();
		} catch (error) {
			notifications.showError(error);
		} finally {
			setIsBusy(false);
		}
	};
	const compareBy = (keys: readonly string[]) =>
		work(async () => {
			await notifications.withProgress(`Comparing the newer export with ${table.name}`, (options) =>
				comparePlan(session, table.id, found, keys, options),
			);
		});
	const apply = () =>
		work(async () => {
			const done = await notifications.withProgress(`Importing the newer export of ${table.name}`, (options) =>
				session.call('reimport.apply', { tableId: table.id, token: diff.token, mode }, options),
			);
			if (done) {
				session.accept(done.project);
				compared.set(null);
				layout.close('tables.viewer', { tableId: table.id });
				layout.close('reimport.compare', { tableId: table.id, name: table.name });
				layout.open('tables.viewer', { tableId: done.table.id });
				const rows = counted(done.table.rowsLoaded, 'row');
				notifications.show('success', `${table.name} now has ${rows}. Undo brings the earlier table back.`);
			}
		});
	const discard = () =>
		work(async () => {
			await session.call('reimport.forget', {});
			compared.set(null);
			layout.close('reimport.compare', { tableId: table.id, name: table.name });
		});

	return (
		<div className="reimport">
			<div className="reimport-scroll">
				<h2 className="reimport-title">
					{fileName(diff.file)}
					{plan.source.more.length > 0 && ` and ${counted(plan.source.more.length, 'more file')}`} beside {table.name}
				</h2>
				<Figures diff={diff} />
				<div className="reimport-decision">
					<fieldset className="reimport-modes" disabled={isBusy}>
						<legend className="visually-hidden">What becomes of {table.name}</legend>
						{modesOf(diff).map(({ value, label }) => (
							<label key={value} className="reimport-mode">
								<input type="radio" name="reimport-mode" checked={mode === value} onChange={() => setMode(value)} />
								{label}
							</label>
						))}
					</fieldset>
					<Button disabled={isBusy} onClick={() => void discard()}>
						Discard
					</Button>
					<Button kind="primary" disabled={isBusy} onClick={() => void apply()}>
						{mode === 'replace' ? 'Replace the table' : 'Add to the table'}
					</Button>
				</div>
				<fieldset className="reimport-keys" disabled={isBusy}>
					<legend>A row is told by</legend>
					{common.map(({ name }) => {
						const isKey = diff.keys.includes(name);
						return (
							<Checkbox
								key={name}
								label={name}
								isChecked={isKey}
								isDisabled={isBusy || (isKey && diff.keys.length === 1)}
								onChange={(isOn) =>
									void compareBy(isOn ? [...diff.keys, name] : diff.keys.filter((key) => key !== name))
								}
							/>
						);
					})}
				</fieldset>
				{!diff.isUnique && (
					<p className="reimport-note">
						Several rows have the same {diff.keys.join(' and ')}. They are compared, replaced and kept together;
						differences by column are counted for those that occur once.
					</p>
				)}
				{[...notes, ...diff.problems.map(({ message }) => message)].map((message) => (
					<p key={message} className="reimport-note">
						{message}
					</p>
				))}
				<DiffColumns columns={diff.columns} keys={diff.keys} />
			</div>
		</div>
	);
}

function Figures({ diff }: { readonly diff: TableDiff }) {
	const what = diff.keys.join(' and ');
	const figures: readonly (readonly [string, number, string])[] = [
		['Only in the export', diff.added, examples(diff.examplesAdded)],
		['Only in the table', diff.removed, examples(diff.examplesRemoved)],
		['In both, changed', diff.changed, ''],
		['In both, the same', diff.same, ''],
	];
	return (
		<>
			<p className="reimport-note number">
				{counted(diff.rowsBefore, 'row')} in the table, {counted(diff.rowsAfter, 'row')} in the export
				{diff.rowsQuarantined > 0 && `, ${format.count(diff.rowsQuarantined)} more could not be read`}. Counted by{' '}
				{what}:
			</p>
			<dl className="reimport-figures">
				{figures.map(([label, count, note]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd className="number">{format.count(count)}</dd>
						{note && <dd className="reimport-examples">{note}</dd>}
					</div>
				))}
			</dl>
		</>
	);
}

function examples(keys: readonly string[]): string {
	return keys.length === 0 ? '' : `such as ${keys.slice(0, 3).join(' · ')}`;
}

function modesOf(diff: TableDiff): readonly { readonly value: ReimportMode; readonly label: string }[] {
	return [
		{ value: 'replace', label: `Replace the whole table (${counted(diff.rowsAfter, 'row')})` },
		{ value: 'add-and-update', label: `Add ${counted(diff.rowsAdded, 'row')}, and replace the rows that are in both` },
		{ value: 'add-new', label: `Add ${counted(diff.rowsAdded, 'row')}, and keep the rows that are in both` },
	];
}
