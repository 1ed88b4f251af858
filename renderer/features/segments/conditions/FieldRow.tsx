import type { NodePath } from '#shared/rules/conditions/editConditions.ts';
import { newCondition } from '#shared/rules/conditions/newCondition.ts';
import { choicesFor, operatorOf, valuesOf, type FieldCondition } from '#shared/rules/conditions/operatorChoices.ts';
import { isComplete } from '#shared/rules/conditions/tidyConditions.ts';
import type { ValueType } from '#shared/rules/TypedRule.ts';
import { valueTypeOf } from '#shared/rules/valueTypeOf.ts';
import { Select } from '../../../ui/Select.tsx';
import { useConditions } from './ConditionsContext.ts';
import { FieldPicker } from './FieldPicker.tsx';
import { ValueEditor } from './ValueEditor.tsx';

interface FieldRowProps {
	readonly condition: FieldCondition;
	readonly type: ValueType;
	readonly path: NodePath;
}

/** A condition on one field: the field, how it is compared, and with what. */
export function FieldRow({ condition, type, path }: FieldRowProps) {
	const { replace, isReadOnly } = useConditions();
	const { field } = condition;
	const choices = choicesFor(type, condition);
	const isDate = type === 'date' || type === 'timestamp';
	return (
		<>
			<FieldPicker
				field={field}
				onPick={(next) => {
					const nextType = valueTypeOf(next.type);
					replace(
						path,
						nextType === type && next.name !== field
							? { ...condition, field: next.name, written: null }
							: nextType === type
								? condition
								: newCondition(next.name, nextType),
					);
				}}
			/>
			<Select
				label={`How ${field} is compared`}
				isLabelHidden
				value={operatorOf(condition).id}
				options={choices.map(({ id, label, dateLabel }) => ({ value: id, label: (isDate && dateLabel) || label }))}
				disabled={isReadOnly}
				onChange={(id) => {
					const choice = choices.find((one) => one.id === id);
					if (choice) {
						replace(path, choice.make(field, valuesOf(condition)));
					}
				}}
			/>
			<ValueEditor condition={condition} type={type} onChange={(next) => replace(path, next)} />
			{!isComplete(condition) && <span className="condition-unfinished">not counted until a value is chosen</span>}
		</>
	);
}
