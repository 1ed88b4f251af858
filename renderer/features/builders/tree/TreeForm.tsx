import type { FrameField } from '#shared/model/frameField.ts';
import type { TreeOutcome } from '#shared/model/treeBuilder.ts';
import { SettingText } from '../../../workbench/views/SettingText.tsx';
import { Select } from '../../../ui/Select.tsx';
import { NumberSetting } from '../NumberSetting.tsx';
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
					hint="A rule, such as order_count >= 3"
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
			<NumberSetting
				label="Most segments"
				value={choices.maxLeaves}
				low={2}
				high={50}
				onCommit={(maxLeaves) => onChange({ maxLeaves })}
			/>
			<NumberSetting
				label="Most steps"
				value={choices.maxDepth}
				low={1}
				high={10}
				onCommit={(maxDepth) => onChange({ maxDepth })}
			/>
			<NumberSetting
				label="Fewest customers"
				hint="per segment, training part"
				value={choices.minimumLeaf}
				low={1}
				high={10_000_000}
				onCommit={(minimumLeaf) => onChange({ minimumLeaf })}
			/>
			{method === 'cart' ? (
				<NumberSetting
					label="Least gain, %"
					hint="of the variance, per segment"
					value={choices.minimumGain * 100}
					low={0}
					high={100}
					isWhole={false}
					onCommit={(percent) => onChange({ minimumGain: percent / 100 })}
				/>
			) : (
				<NumberSetting
					label="Level of the tests, %"
					hint="after correction"
					value={choices.alpha * 100}
					low={0.0001}
					high={50}
					isWhole={false}
					onCommit={(percent) => onChange({ alpha: percent / 100 })}
				/>
			)}
			<NumberSetting
				label="Holdout, %"
				hint="of the customers"
				value={choices.holdoutShare * 100}
				low={10}
				high={90}
				isWhole={false}
				onCommit={(percent) => onChange({ holdoutShare: percent / 100 })}
			/>
			<NumberSetting
				label="Seed"
				hint="another draw of the holdout"
				value={choices.seed}
				low={0}
				high={2_147_483_647}
				onCommit={(seed) => onChange({ seed })}
			/>
		</form>
	);
}
