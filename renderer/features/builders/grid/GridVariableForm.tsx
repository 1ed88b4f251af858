import type { FrameField } from '#shared/model/frameField.ts';
import type { GridSplit, GridVariable } from '#shared/model/gridBuilder.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { CutFields } from '../CutFields.tsx';
import { NumberSetting } from '../NumberSetting.tsx';
import { outcomeFields, splitNames, splitsOf, suggestedSplit, suggestedVariable } from './gridChoices.ts';
import { ValueGroupsField } from './ValueGroupsField.tsx';

interface GridVariableFormProps {
	readonly position: number;
	readonly variable: GridVariable;
	readonly fields: readonly FrameField[];
	/** Fields that the other variables use. */
	readonly taken: readonly string[];
	readonly onChange: (variable: GridVariable) => void;
	/** Null for the last one that is left. */
	readonly onRemove: (() => void) | null;
}

/** One variable: which field, how it is split, and what becomes of customers without a value. */
export function GridVariableForm({ position, variable, fields, taken, onChange, onRemove }: GridVariableFormProps) {
	const { field: name, split, missing } = variable;
	const field = fields.find((one) => one.name === name);
	const choices = fields.filter((one) => splitsOf(one).length > 0 && !taken.includes(one.name));
	const kinds = field ? splitsOf(field) : [split.kind];
	const setSplit = (next: GridSplit) => onChange({ ...variable, split: next });
	return (
		<fieldset className="builder-form grid-variable">
			<legend className="visually-hidden">{`Variable ${position}`}</legend>
			<Select
				label={`Variable ${position}`}
				value={name}
				options={(field ? choices : [{ name }, ...choices]).map((one) => ({ value: one.name, label: one.name }))}
				onChange={(next) => {
					const chosen = fields.find((one) => one.name === next);
					if (chosen) {
						onChange(suggestedVariable(chosen, fields));
					}
				}}
			/>
			<Select
				label="split into"
				value={split.kind}
				options={kinds.map((kind) => ({ value: kind, label: splitNames[kind] }))}
				onChange={(kind) => field && setSplit(suggestedSplit(kind, field, fields))}
			/>
			{'parts' in split && (
				<NumberSetting
					label={split.kind === 'outcome' || split.kind === 'frequent' ? 'At most so many groups' : 'Groups'}
					value={split.parts}
					low={2}
					high={12}
					onCommit={(parts) => setSplit({ ...split, parts })}
				/>
			)}
			{split.kind === 'cuts' && (
				<CutFields
					label="Highest value of each group but the last"
					values={split.values}
					count={null}
					onChange={(values) => setSplit({ ...split, values: [...values] })}
				/>
			)}
			{split.kind === 'outcome' && (
				<>
					<Select
						label="that differ most in"
						value={split.outcome}
						options={outcomeFields(fields, name).map((one) => ({ value: one.name, label: one.name }))}
						onChange={(outcome) => setSplit({ ...split, outcome })}
					/>
					<NumberSetting
						label="Least share of people (%)"
						value={split.minimumShare * 100}
						low={0.1}
						high={50}
						onCommit={(percent) => setSplit({ ...split, minimumShare: percent / 100 })}
						isWhole={false}
					/>
				</>
			)}
			{split.kind === 'values' && (
				<ValueGroupsField
					key={name}
					field={name}
					known={field?.values ?? []}
					groups={split.groups}
					onChange={(groups) => setSplit({ ...split, groups })}
				/>
			)}
			<Select
				label="Without a value"
				value={missing}
				options={[
					{ value: 'own', label: 'a group of their own' },
					{ value: 'remainder', label: 'the remainder' },
				]}
				onChange={(next) => onChange({ ...variable, missing: next })}
			/>
			{onRemove && <IconButton icon="close" label={`Remove variable ${position}`} onClick={onRemove} />}
		</fieldset>
	);
}
