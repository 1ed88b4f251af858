import type { ColumnPlan } from '#shared/model/importPlan.ts';
import type { FieldGuess } from '#shared/model/mappingGuess.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import type { RoleField } from '#shared/model/tableRole.ts';
import { Select } from '../Select.tsx';
import { typeLabels } from '../typeLabels.ts';
import { surenessLabel } from './surenessLabel.ts';
import { withField } from './withMapping.ts';

interface FieldSelectProps {
	readonly field: RoleField;
	readonly columns: readonly Pick<ColumnPlan, 'name' | 'type'>[];
	readonly mapping: TableMapping;
	readonly guess: FieldGuess | null;
	readonly onChange: (mapping: TableMapping) => void;
}

/** The column that plays one part, with why it was guessed and what is wrong with it. */
export function FieldSelect({ field, columns, mapping, guess, onChange }: FieldSelectProps) {
	const name = mapping.fields[field.id] ?? '';
	const column = columns.find((entry) => entry.name === name);
	const isMissing = field.isRequired && name === '';
	const isWrongType = column !== undefined && !field.types.includes(column.type);
	return (
		<div className={isMissing || isWrongType ? 'mapping-missing' : ''} title={field.description}>
			<Select
				label={field.isRequired ? `${field.label} (required)` : field.label}
				value={name}
				options={[
					{ value: '', label: 'Not in the data' },
					...columns.map((entry) => ({ value: entry.name, label: entry.name })),
				]}
				hint={hintOf()}
				onChange={(next) => onChange(withField(mapping, field.id, next))}
			/>
		</div>
	);

	function hintOf(): string {
		if (isMissing) {
			return 'Choose a column: without it the file cannot be used.';
		}
		if (isWrongType) {
			const wanted = field.types.map((type) => typeLabels[type].toLowerCase()).join(' or ');
			return `This column is read as ${typeLabels[column!.type].toLowerCase()}, but ${wanted} is needed. Correct its type, or choose another.`;
		}
		return guess ? `${guess.reason} (${surenessLabel(guess.sureness)})` : field.description;
	}
}
