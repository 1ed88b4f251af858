import { useState } from 'react';
import type { TableSummary } from '#shared/model/table.ts';
import { roleFacts, roles } from '#shared/model/tableRole.ts';
import { isSameData } from '../../engine/isSameData.ts';
import { useSession } from '../../engine/EngineContext.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { MappingForm } from '../../ui/mapping/MappingForm.tsx';
import { missingFields } from '../../ui/mapping/missingFields.ts';
import { withAttribute } from '../../ui/mapping/withMapping.ts';
import { Select } from '../../ui/Select.tsx';
import { useContextKeys, useServices } from '../../workbench/useServices.ts';

const roleOptions = roles.map(({ id, label }) => ({ value: id, label }));

/** Corrects afterwards what the columns of a table mean. Applied as one undoable step. */
export function Remap({ table }: { readonly table: TableSummary }) {
	const session = useSession();
	const { notifications } = useServices();
	const { isReadOnly } = useContextKeys();
	const [mapping, setMapping] = useState(table.mapping);
	const [isBusy, setIsBusy] = useState(false);
	const missing = missingFields(mapping);
	const isChanged = !isSameData(mapping, table.mapping);
	const mapped = new Set(Object.values(mapping.fields));
	const free = table.columns.filter((column) => !mapped.has(column.name));

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
			<Select
				label="The rows are"
				isInline
				value={mapping.role}
				options={roleOptions}
				hint={roleFacts(mapping.role).description}
				onChange={(role) => setMapping({ ...mapping, role })}
			/>
			<MappingForm
				facts={roleFacts(mapping.role)}
				columns={table.columns}
				mapping={mapping}
				samples={null}
				onChange={setMapping}
			/>
			{free.length > 0 && (
				<fieldset className="remap-attributes">
					<legend>Columns that describe the customer</legend>
					{free.map(({ name }) => (
						<Checkbox
							key={name}
							label={name}
							isChecked={mapping.attributes.includes(name)}
							onChange={(isAttribute) => setMapping(withAttribute(mapping, name, isAttribute))}
						/>
					))}
				</fieldset>
			)}
			<div className="remap-actions">
				<Button kind="primary" disabled={!isChanged || missing.length > 0} onClick={() => void apply()}>
					Apply
				</Button>
				<Button disabled={!isChanged} onClick={() => setMapping(table.mapping)}>
					Reset
				</Button>
			</div>
		</fieldset>
	);
}
