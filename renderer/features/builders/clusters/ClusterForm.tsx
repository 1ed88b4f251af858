import { MAX_CLUSTERS } from '#shared/model/clusterBuilder.ts';
import { Select } from '../../../ui/Select.tsx';
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
		</form>
	);
}
