import type { ColumnPlan } from '#shared/model/importPlan.ts';
import type { MappingGuess } from '#shared/model/mappingGuess.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { Disclosure } from '../Disclosure.tsx';
import { ArmsForm } from './ArmsForm.tsx';
import { AttributesForm } from './AttributesForm.tsx';
import { CountingForm } from './CountingForm.tsx';
import { EventsForm } from './EventsForm.tsx';
import { FieldSelect } from './FieldSelect.tsx';
import './MappingForm.css';

interface MappingFormProps {
	readonly columns: readonly Pick<ColumnPlan, 'name' | 'type'>[];
	readonly mapping: TableMapping;
	/** Why the mapping was guessed as it is, and the values seen; null where there is no file at hand. */
	readonly guess: MappingGuess | null;
	readonly onChange: (mapping: TableMapping) => void;
}

/** Which column holds each thing that the role knows, what the values mean, and how the rows are counted. */
export function MappingForm({ columns, mapping, guess, onChange }: MappingFormProps) {
	const { fields } = roleFacts(mapping.role);
	const isPlayed = (id: string) => mapping.fields[id] !== undefined;
	const shown = fields.filter(({ id, isRequired }) => isRequired || isPlayed(id));
	const others = fields.filter(({ id, isRequired }) => !isRequired && !isPlayed(id));
	const select = (field: (typeof fields)[number]) => (
		<FieldSelect
			key={field.id}
			field={field}
			columns={columns}
			mapping={mapping}
			guess={guess?.fields.find((entry) => entry.field === field.id) ?? null}
			onChange={onChange}
		/>
	);
	const armColumn = mapping.fields['arm'];
	const eventColumn = mapping.role === 'recipients' ? mapping.fields['event'] : undefined;
	return (
		<>
			{fields.length > 0 && (
				<fieldset className="mapping-form">
					<legend>Which column holds what</legend>
					{shown.map(select)}
				</fieldset>
			)}
			{others.length > 0 && (
				<Disclosure
					className="mapping-others"
					summary={`Not found in the file: ${others.map(({ label }) => label.toLowerCase()).join(', ')}`}
				>
					<div className="mapping-form">{others.map(select)}</div>
				</Disclosure>
			)}
			{eventColumn && (
				<EventsForm column={eventColumn} values={guess?.values['event'] ?? []} mapping={mapping} onChange={onChange} />
			)}
			{armColumn && (
				<ArmsForm
					column={armColumn}
					values={(guess?.values['arm'] ?? []).map(({ value }) => value)}
					mapping={mapping}
					onChange={onChange}
				/>
			)}
			<CountingForm mapping={mapping} onChange={onChange} />
			<AttributesForm columns={columns} mapping={mapping} onChange={onChange} />
		</>
	);
}
