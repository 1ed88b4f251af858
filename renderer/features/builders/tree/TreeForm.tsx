import type { FrameField } from '#shared/model/frameField.ts';
import type { TreeOutcome } from '#shared/model/treeBuilder.ts';
import { SettingText } from '../../../workbench/views/SettingText.tsx';
import { Select } from '../../../ui/Select.tsx';
import { outcomeText } from './outcomeText.ts';
import { outcomeChoices, type TreeChoices } from './treeState.ts';

interface TreeFormProps {
	readonly choices: TreeChoices;
	readonly outcome: TreeOutcome;
	readonly fields: readonly FrameField[];
	readonly onChange: (part: Partial<TreeChoices>) => void;
}

export function TreeForm({ choices, outcome, fields, onChange }: TreeFormProps) {
	const offered = outcomeChoices(fields);
	const isOffered = offered.some((choice) => outcomeText(choice) === outcomeText(outcome));
	const outcomes = isOffered ? offered : [outcome, ...offered];
	const { method } = choices;
	return (
		<form
			className="builder-form"
			aria-label="Settings of the decision tree"
			onSubmit={(event) => event.preventDefault()}
		>
			<Select
				label="Outcome"
				value={outcomeText(outcome)}
				options={outcomes.map(outcomeText).map((text) => ({ value: text, label: text }))}
				onChange={(text) => {
					const next = outcomes.find((choice) => outcomeText(choice) === text);
					// Other outcomes are made of other fields.
					onChange({ outcome: next ?? null, fields: null });
				}}
			/>
			{outcome.kind === 'rate' && (
				<SettingText
					label="Counts as yes when"
					type="text"
					value={outcome.rule}
					hint=""
					read={(text) => (text === '' ? null : { value: text })}
					problem="Write a rule."
					onCommit={(rule) => onChange({ outcome: { kind: 'rate', rule }, fields: null })}
				/>
			)}
			<Select
				label="Method"
				value={method}
				options={[
					{ value: 'cart', label: 'CART: two parts at a time' },
					{ value: 'chaid', label: 'CHAID: as many parts as differ' },
				]}
				onChange={(next) => onChange({ method: next })}
			/>
		</form>
	);
}
