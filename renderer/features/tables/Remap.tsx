import { useState } from 'react';
import type { TableSummary } from '#shared/model/table.ts';
import { isSameData } from '../../engine/isSameData.ts';
import { useSession } from '../../engine/EngineContext.ts';
import { Button } from '../../ui/Button.tsx';
import { MappingForm } from '../../ui/mapping/MappingForm.tsx';
import { missingFields } from '../../ui/mapping/missingFields.ts';
import { RolePicker } from '../../ui/mapping/RolePicker.tsx';
import { withRole } from '../../ui/mapping/withMapping.ts';
import { useContextKeys, useServices } from '../../workbench/useServices.ts';

/** Corrects afterwards what the columns of a table mean. Applied as one undoable step. */
export function Remap({ table }: { readonly table: TableSummary }) {
	const session = useSession();
	const { notifications, run } = useServices();
	const { isReadOnly } = useContextKeys();
	const [mapping, setMapping] = useState(table.mapping);
	const [isBusy, setIsBusy] = useState(false);
	const missing = missingFields(mapping);
	const isChanged = !isSameData(mapping, table.mapping);

	const apply = async () => {
		setIsBusy(true);
		try {
			const change = `Applying the meaning of ${table.name}`;
			const project = await notifications.withProgress(change, (options) =>
				session.call('tables.remap', { tableId: table.id, mapping }, options),
			);
			if (project) {
				session.accept(project);
			}
		} catch (error) {
			notifications.showError(error);
		} finally {
			setIsBusy(false);
		}
	};

	return (
		<fieldset className="remap" disabled={isReadOnly || isBusy} style={{ border: 0, margin: 0 }}>
			<RolePicker
				name={`remap-${table.id}`}
				role={mapping.role}
				guess={null}
				onChange={(role) => setMapping(withRole(mapping, role))}
			/>
			<MappingForm columns={table.columns} mapping={mapping} guess={null} onChange={setMapping} />
			<div className="remap-actions">
				<Button kind="primary" disabled={!isChanged || missing.length > 0} onClick={() => void apply()}>
					Apply
				</Button>
				<Button disabled={!isChanged} onClick={() => setMapping(table.mapping)}>
					Reset
				</Button>
				<Button icon="references" onClick={() => void run('joins.open', table.id)}>
					Show how it joins
				</Button>
			</div>
		</fieldset>
	);
}
