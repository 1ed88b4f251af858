import { useState } from 'react';
import { counted } from '#shared/base/counted.ts';
import type { FixPreview, QuarantineFix } from '#shared/model/quarantineFix.ts';
import type { TableSummary } from '#shared/model/table.ts';
import { useSession } from '../../engine/EngineContext.ts';
import type { Latest } from '../../engine/useLatest.ts';
import { Button } from '../../ui/Button.tsx';
import { format } from '../../ui/format.ts';
import { useContextKeys, useServices } from '../../workbench/useServices.ts';

interface FixOutcomeProps {
	readonly table: TableSummary;
	readonly fix: QuarantineFix;
	readonly preview: Latest<FixPreview | null>;
	readonly onClear: () => void;
}

/** What the fix comes to, and the step that loads the rows. */
export function FixOutcome({ table, fix, preview, onClear }: FixOutcomeProps) {
	const session = useSession();
	const { notifications, layout } = useServices();
	const { isReadOnly } = useContextKeys();
	const [isBusy, setIsBusy] = useState(false);
	const { value, error } = preview;
	const loads = value?.loads ?? 0;

	const load = async () => {
		setIsBusy(true);
		try {
			const done = await notifications.withProgress(`Loading repaired rows into ${table.name}`, (options) =>
				session.call('quarantine.load', { tableId: table.id, fix }, options),
			);
			if (done) {
				session.accept(done.project);
				layout.close('tables.viewer', { tableId: table.id });
				layout.close('quarantine.table', { tableId: table.id, name: table.name });
				layout.open('quarantine.table', { tableId: done.table.id, name: done.table.name });
				const count = done.table.rowsLoaded - table.rowsLoaded;
				notifications.show(
					'success',
					`${counted(count, 'repaired row')} loaded into ${table.name}. Undo takes it back.`,
				);
			}
		} catch (cause) {
			notifications.showError(cause);
		} finally {
			setIsBusy(false);
		}
	};

	return (
		<div className="quarantine-result">
			<p className="quarantine-verdict number" role="status">
				{error
					? error.message
					: value === null
						? 'Reading the rows again…'
						: `${format.count(loads)} of ${counted(value.rows, 'row')} would load.`}
			</p>
			<Button onClick={onClear}>Discard the fix</Button>
			<Button kind="primary" disabled={isReadOnly || isBusy || loads === 0} onClick={() => void load()}>
				{loads === 0 ? 'Load repaired rows' : `Load ${counted(loads, 'repaired row')}`}
			</Button>
		</div>
	);
}
