import { useMemo } from 'react';
import type { ClusterSettings } from '#shared/model/clusterBuilder.ts';
import type { Result } from '#shared/protocol/methods.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { useStore } from '../../../engine/useStore.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { BuilderPanelProps } from '../Builder.ts';
import { BuilderOutcome } from '../BuilderOutcome.tsx';
import { useProposal, type AskBuilder } from '../useProposal.ts';
import { ClusterConfusion } from './ClusterConfusion.tsx';
import { ClusterFields } from './ClusterFields.tsx';
import { ClusterForm } from './ClusterForm.tsx';
import { ClusterLimits } from './ClusterLimits.tsx';
import { ClusterProfiles } from './ClusterProfiles.tsx';
import { ClusterSilhouettes } from './ClusterSilhouettes.tsx';
import { chosenClusterFields, clusterFieldChoices, clustersState, type ClusterChoices } from './clustersState.ts';
import './clusters.css';

const ask: AskBuilder<ClusterSettings, Result<'builders.clusters'>> = async (engine, settings, signal) => {
	if (settings.fields.length === 0) {
		throw new EngineError('data', 'No field is chosen. Choose at least one in which customers shall be alike.');
	}
	return engine.call('builders.clusters', { settings }, { signal });
};

/** The fields in which customers shall be alike, the clusters found, how well rules describe them, and the segments. */
export function ClustersPanel({ project }: BuilderPanelProps) {
	const choices = useStore(clustersState);
	const settings = useMemo((): ClusterSettings => {
		const { scales, fields: _chosen, ...rest } = choices;
		const fields = chosenClusterFields(choices, project.fields);
		return { ...rest, fields: fields.map((name) => ({ name, scale: scales[name] ?? 'auto' })) };
	}, [choices, project.fields]);
	const latest = useProposal(ask, settings, project);
	const change = (part: Partial<ClusterChoices>) => clustersState.update((state) => ({ ...state, ...part }));
	const offered = clusterFieldChoices(project.fields);
	if (offered.length === 0) {
		return (
			<EmptyState icon="organization" title="Nothing to measure distances by">
				The customers have no numbers, dates or yes-or-no fields. Import orders, or a table of customers with such
				columns.
			</EmptyState>
		);
	}
	return (
		<>
			<ClusterForm choices={choices} onChange={change} />
			<ClusterLimits choices={choices} onChange={change} />
			<ClusterFields fields={offered} settings={settings} scales={choices.scales} onChange={change} />
			<BuilderOutcome method="Clusters" isReadOnly={project.isReadOnly} latest={latest}>
				{({ facts }) => (
					<>
						<ClusterSilhouettes facts={facts} />
						<ClusterProfiles facts={facts} />
						<ClusterConfusion facts={facts} />
					</>
				)}
			</BuilderOutcome>
		</>
	);
}
