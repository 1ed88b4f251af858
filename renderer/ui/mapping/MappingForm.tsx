import type { ColumnPlan, ImportPreview } from '#shared/model/importPlan.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import type { RoleFacts } from '#shared/model/tableRole.ts';
import { Select } from '../Select.tsx';
import { ArmsForm } from './ArmsForm.tsx';
import { withField } from './withMapping.ts';
import './MappingForm.css';

interface MappingFormProps {
	readonly facts: RoleFacts;
	readonly columns: readonly ColumnPlan[];
	readonly mapping: TableMapping;
	/** Rows to take the values of the arm column from; null where there are none at hand. */
	readonly samples: Pick<ImportPreview, 'rawRows'> | null;
	readonly onChange: (mapping: TableMapping) => void;
}

/** Which column holds each thing that the role knows, and what the values of the arm mean. */
export function MappingForm({ facts, columns, mapping, samples, onChange }: MappingFormProps) {
	const options = [
		{ value: '', label: 'Not in the data' },
		...columns.map(({ name }) => ({ value: name, label: name })),
	];
	const armColumn = mapping.fields['arm'];
	return (
		<>
			<fieldset className="mapping-form">
				<legend>Which column holds what</legend>
				{facts.fields.map((field) => {
					const column = mapping.fields[field.id] ?? '';
					const isMissing = field.isRequired && column === '';
					return (
						<div key={field.id} className={isMissing ? 'mapping-missing' : ''} title={field.description}>
							<Select
								label={field.isRequired ? `${field.label} (required)` : field.label}
								value={column}
								options={options}
								hint={isMissing ? 'Choose a column: without it the file cannot be used.' : undefined}
								onChange={(value) => onChange(withField(mapping, field.id, value))}
							/>
						</div>
					);
				})}
			</fieldset>
			{armColumn && (
				<ArmsForm
					column={armColumn}
					values={samples ? distinctValues(samples.rawRows, columns, armColumn) : []}
					mapping={mapping}
					onChange={onChange}
				/>
			)}
		</>
	);
}

const MAX_ARM_VALUES = 12;

function distinctValues(
	rows: readonly (readonly string[])[],
	columns: readonly ColumnPlan[],
	name: string,
): readonly string[] {
	const position = columns.findIndex((column) => column.name === name);
	const values = new Set(rows.map((row) => row[position] ?? '').filter((value) => value !== ''));
	return [...values].slice(0, MAX_ARM_VALUES);
}
