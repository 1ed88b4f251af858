import type { ValueType } from '#shared/rules/TypedRule.ts';
import type { FieldCondition } from '#shared/rules/conditions/operatorChoices.ts';
import { valuesOf } from '#shared/rules/conditions/operatorChoices.ts';
import { Select } from '../../../ui/Select.tsx';
import { useConditions } from './ConditionsContext.ts';
import { DraftInput } from './DraftInput.tsx';
import { OrderedValue } from './OrderedValue.tsx';
import { ValuesPicker } from './ValuesPicker.tsx';

interface ValueEditorProps {
	/** One that fits the pickers for the type (see fitsPickers). */
	readonly condition: FieldCondition;
	readonly type: ValueType;
	readonly onChange: (condition: FieldCondition) => void;
}

const truths = [
	{ value: 'true', label: 'true' },
	{ value: 'false', label: 'false' },
] as const;

/** What a condition compares its field with, picked as suits the type of the field. */
export function ValueEditor({ condition, type, onChange }: ValueEditorProps) {
	const { isReadOnly, settle } = useConditions();
	const { field } = condition;
	switch (condition.kind) {
		case 'missing':
		case 'flag':
			return null;
		case 'list':
			return (
				<ValuesPicker
					field={field}
					isNumber={type === 'number'}
					chosen={condition.items}
					isMultiple
					onChange={(items) => onChange({ ...condition, items, written: null })}
				/>
			);
		case 'text-match':
			return (
				<DraftInput
					label={`${field}: text`}
					text={condition.pattern ?? ''}
					read={(text) => text}
					advice=""
					className="condition-text"
					placeholder={condition.operator === 'matches' ? 'regular expression' : 'text'}
					isReadOnly={isReadOnly}
					onChange={(pattern) => onChange({ ...condition, pattern, written: null })}
					onDone={settle}
				/>
			);
		case 'compare':
			if (type === 'text') {
				return (
					<ValuesPicker
						field={field}
						isNumber={false}
						chosen={valuesOf(condition)}
						isMultiple={false}
						onChange={([value = null]) => onChange({ ...condition, value, written: null })}
					/>
				);
			}
			if (type === 'boolean') {
				return (
					<Select
						label={`${field}: value`}
						isLabelHidden
						value={String(condition.value?.kind === 'boolean' && condition.value.value)}
						options={truths}
						disabled={isReadOnly}
						onChange={(value) =>
							onChange({ ...condition, value: { kind: 'boolean', value: value === 'true' }, written: null })
						}
					/>
				);
			}
			return <OrderedValue condition={condition} isDate={type !== 'number'} onChange={onChange} />;
		case 'range':
			return <OrderedValue condition={condition} isDate={type !== 'number'} onChange={onChange} />;
	}
}
