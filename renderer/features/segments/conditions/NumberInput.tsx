import type { ConditionValue } from '#shared/rules/conditions/ConditionTree.ts';
import { parseRule } from '#shared/rules/parseRule.ts';
import { DraftInput } from './DraftInput.tsx';
import { useConditions } from './ConditionsContext.ts';

interface NumberInputProps {
	readonly label: string;
	readonly value: ConditionValue | null;
	readonly onChange: (value: ConditionValue) => void;
}

/** A number to the last digit, as it will stand in the rule. */
export function NumberInput({ label, value, onChange }: NumberInputProps) {
	const { isReadOnly, settle } = useConditions();
	return (
		<DraftInput
			label={label}
			text={value?.kind === 'number' ? value.digits : ''}
			read={readNumber}
			advice="Write a number with a point, such as 12.5"
			className="condition-number number"
			placeholder="number"
			isReadOnly={isReadOnly}
			onChange={onChange}
			onDone={settle}
		/>
	);
}

function readNumber(text: string): ConditionValue | null {
	const { rule } = parseRule(text);
	return rule?.kind === 'number' ? { kind: 'number', digits: rule.digits } : null;
}
