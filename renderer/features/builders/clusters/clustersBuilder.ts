import type { Builder } from '../Builder.ts';
import { ClustersPanel } from './ClustersPanel.tsx';

export const clustersBuilder: Builder = {
	id: 'clusters',
	title: 'Clusters',
	icon: 'organization',
	whenToUse: 'You have no outcome in mind and want to see which kinds of customers there are, in rules you can read.',
	Panel: ClustersPanel,
};
