import { counted } from '#shared/base/counted.ts';
import { MoreSettings } from '../MoreSettings.tsx';
import { NumberSetting } from '../NumberSetting.tsx';
import type { TreeChoices } from './treeState.ts';

interface TreeLimitsProps {
	readonly choices: TreeChoices;
	readonly onChange: (part: Partial<TreeChoices>) => void;
}

/** How large and how small the tree may grow, and what it does not see. */
export function TreeLimits({ choices, onChange }: TreeLimitsProps) {
	const { maxLeaves, minimumLeaf, holdoutShare } = choices;
	const summary =
		`at most ${counted(maxLeaves, 'segment')} of at least ${counted(minimumLeaf, 'customer')}, ` +
		`${Math.round(holdoutShare * 100)} % held out`;
	return (
		<MoreSettings title="Limits" summary={summary}>
			<form
				className="more-settings-fields"
				aria-label="Limits of the tree"
				onSubmit={(event) => event.preventDefault()}
			>
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
				{choices.method === 'cart' ? (
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
		</MoreSettings>
	);
}
