import { useMemo, useState } from 'react';
import { NoDataState } from '../../charts/NoDataState.tsx';
import { useDraft } from '../../engine/useDraft.ts';
import { useProject } from '../../engine/useProject.ts';
import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useContextKeys, useServices } from '../../workbench/useServices.ts';
import { CustomFieldEditor } from './CustomFieldEditor.tsx';
import { DataFieldDetail } from './DataFieldDetail.tsx';
import { FieldList } from './FieldList.tsx';
import { selectedField } from './fieldsState.ts';
import './fields.css';

/** Everything that rules can speak of: the fields of the data, and the fields that are defined here by expressions. */
export function FieldsView() {
	const project = useProject();
	const { customFields } = useDraft();
	const { run } = useServices();
	const { isReadOnly } = useContextKeys();
	const wanted = useStore(selectedField);
	const [filter, setFilter] = useState('');
	const isMatch = useMemo(() => {
		const text = filter.trim().toLowerCase();
		return (name: string) => name.toLowerCase().includes(text);
	}, [filter]);
	if (!project || project.customers === 0) {
		return <NoDataState />;
	}
	const custom = customFields.find(({ name }) => name === wanted);
	const plain = custom ? undefined : project.fields.find(({ name }) => name === wanted);
	return (
		<div className="fields-view">
			<div className="fields-layout">
				<div className="fields-side">
					<div className="fields-bar">
						<TextField
							label="Find a field"
							isLabelHidden
							type="search"
							placeholder="Find a field"
							value={filter}
							onChange={(event) => setFilter(event.target.value)}
						/>
						<Button icon="add" disabled={isReadOnly} onClick={() => void run('fields.addField')}>
							Custom field
						</Button>
					</div>
					<FieldList
						project={project}
						customFields={customFields}
						isMatch={isMatch}
						selected={custom?.name ?? plain?.name ?? null}
						onSelect={(name) => selectedField.set(name)}
					/>
				</div>
				<section className="fields-detail" aria-label="Selected field">
					{custom && <CustomFieldEditor key={custom.name} field={custom} project={project} />}
					{plain && <DataFieldDetail field={plain} />}
					{!custom && !plain && (
						<p className="fields-note">
							Choose a field to see what values it holds. A custom field is a name for a calculation, such as{' '}
							<code>margin / revenue</code>, that rules can use like any other field.
						</p>
					)}
				</section>
			</div>
		</div>
	);
}
