import type { Builder } from '../Builder.ts';
import { TreePanel } from './TreePanel.tsx';

export const treeBuilder: Builder = {
	id: 'tree',
	title: 'Decision tree',
	icon: 'type-hierarchy',
	whenToUse: 'You know the outcome that matters and want the groups in which it differs most, checked on a holdout.',
	Panel: TreePanel,
};
