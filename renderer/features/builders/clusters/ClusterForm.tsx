import { MAX_CLUSTERS } from '#shared/model/clusterBuilder.ts';
import { Select } from '../../../ui/Select.tsx';
import { NumberSetting } from '../NumberSetting.tsx';
import type { ClusterChoices } from './clustersState.ts';

interface ClusterFormProps {
	readonly choices: ClusterChoices;
	readonly onChange: (part: Partial<ClusterChoices>) => void;
}

const counts = Array.from({ length: MAX_CLUSTERS - 1 }, (_, index) => String(index + 2));

export function ClusterForm({ choices, onChange }: ClusterFormProps) {
	return (
		<form className="builder-form" aria-label="Settings of the clusters" onSubmit={(event) => event.preventDefault()}>
			<Select
				label="Clusters"
				value={choices.clusters === null ? '' : String(choices.clusters)}
				options={[
					{ value: '', label: 'As many as stand apart best' },
					...counts.map((value) => ({ value, label: value })),
				]}
				onChange={(value) => onChange({ clusters: value === '' ? null : Number(value) })}
			/>
			{choices.clusters === null && (
				<Select
					label="At most"
					value={String(choices.maxClusters)}
					options={counts.map((value) => ({ value, label: value }))}
					onChange={(value) => onChange({ maxClusters: Number(value) })}
				/>
			)}
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
	);
}
