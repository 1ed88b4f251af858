import { MoreSettings } from '../MoreSettings.tsx';
import { NumberSetting } from '../NumberSetting.tsx';
import type { ClusterChoices } from './clustersState.ts';

interface ClusterLimitsProps {
	readonly choices: ClusterChoices;
	readonly onChange: (part: Partial<ClusterChoices>) => void;
}

/** How outliers count, and how long rules may be. */
export function ClusterLimits({ choices, onChange }: ClusterLimitsProps) {
	const summary = `${(choices.winsorShare * 100).toLocaleString('en')} % outliers at each end, rules with ${choices.extraLeaves} further leaves`;
	return (
		<MoreSettings title="Limits" summary={summary}>
			<form
				className="more-settings-fields"
				aria-label="Limits of the clusters"
				onSubmit={(event) => event.preventDefault()}
			>
				<NumberSetting
					label="Outliers, %"
					hint="at each end, count as the limit"
					value={choices.winsorShare * 100}
					low={0}
					high={10}
					isWhole={false}
					onCommit={(percent) => onChange({ winsorShare: percent / 100 })}
				/>
				<NumberSetting
					label="Further leaves"
					hint="more: longer, truer rules"
					value={choices.extraLeaves}
					low={0}
					high={20}
					onCommit={(extraLeaves) => onChange({ extraLeaves })}
				/>
				<NumberSetting
					label="Seed"
					hint="other starts"
					value={choices.seed}
					low={0}
					high={2_147_483_647}
					onCommit={(seed) => onChange({ seed })}
				/>
			</form>
		</MoreSettings>
	);
}
