import { useId, useState } from 'react';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { Button } from '../Button.tsx';
import { Select } from '../Select.tsx';
import { TextField } from '../TextField.tsx';
import { armOf, withArm, type ArmPart } from './withMapping.ts';

const parts = [
	{ value: 'treatment', label: 'Treatment' },
	{ value: 'control', label: 'Control' },
	{ value: 'out', label: 'Left out' },
] as const;

interface ArmsFormProps {
	readonly column: string;
	/** Values seen in the sample. */
	readonly values: readonly string[];
	readonly mapping: TableMapping;
	readonly onChange: (mapping: TableMapping) => void;
}

/** What each value of the arm column means; values deeper in the file than the sample can be added. */
export function ArmsForm({ column, values, mapping, onChange }: ArmsFormProps) {
	const [added, setAdded] = useState('');
	const formId = useId();
	const { treatment, control } = mapping.arms ?? { treatment: [], control: [] };
	const all = [...new Set([...treatment, ...control, ...values])];
	const set = (value: string, part: ArmPart) => onChange(withArm(mapping, value, part));
	return (
		<fieldset className="mapping-form">
			<legend>What the values of “{column}” mean</legend>
			{all.map((value) => (
				<Select
					key={value}
					label={value}
					value={armOf(mapping, value)}
					options={parts}
					onChange={(part) => set(value, part)}
				/>
			))}
			<form
				id={formId}
				className="mapping-add"
				onSubmit={(event) => {
					event.preventDefault();
					if (added.trim() !== '') {
						set(added.trim(), 'control');
						setAdded('');
					}
				}}
			>
				<TextField label="Another value" value={added} onChange={(event) => setAdded(event.target.value)} />
				<Button type="submit" disabled={added.trim() === ''}>
					Add
				</Button>
			</form>
		</fieldset>
	);
}
