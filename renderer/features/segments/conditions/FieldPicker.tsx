import { useState } from 'react';
import type { RuleField } from '#shared/rules/RuleField.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { typeLabels } from '../../../ui/typeLabels.ts';
import { useConditions } from './ConditionsContext.ts';
import { Popover } from './Popover.tsx';
import { SearchList } from './SearchList.tsx';

interface FieldPickerProps {
	/** The field that is chosen; null for a button that adds. */
	readonly field: string | null;
	readonly onPick: (field: RuleField) => void;
}

/** The fields by name, with their type; a search looks in names and descriptions. */
export function FieldPicker({ field, onPick }: FieldPickerProps) {
	const { fields, isReadOnly } = useConditions();
	const [isOpen, setOpen] = useState(false);
	const [query, setQuery] = useState('');
	const wanted = query.trim().toLowerCase();
	const found = fields.filter(
		({ name, description = '' }) => name.toLowerCase().includes(wanted) || description.toLowerCase().includes(wanted),
	);
	return (
		<Popover
			label="Choose a field"
			triggerLabel={field === null ? 'Add a condition' : `Field: ${field}`}
			triggerClass={field === null ? 'condition-add' : 'condition-field'}
			trigger={
				field === null ? (
					<>
						<Icon name="add" /> Condition
					</>
				) : (
					<>
						<span>{field}</span> <Icon name="chevron-down" />
					</>
				)
			}
			isDisabled={isReadOnly}
			isOpen={isOpen}
			onOpen={(isNowOpen) => {
				setOpen(isNowOpen);
				setQuery('');
			}}
		>
			<SearchList
				label="Search fields"
				query={query}
				onQuery={setQuery}
				options={found.map(({ name, type, description }) => ({
					id: name,
					label: name,
					detail: typeLabels[type],
					...(description !== undefined && { title: description }),
					isChosen: name === field,
				}))}
				note={found.length === 0 ? 'No field has this in its name or description.' : null}
				onPick={(name) => {
					const picked = fields.find((one) => one.name === name);
					setOpen(false);
					if (picked) {
						onPick(picked);
					}
				}}
			/>
		</Popover>
	);
}
