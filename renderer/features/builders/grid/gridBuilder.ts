import type { Builder } from '../Builder.ts';
import { GridPanel } from './GridPanel.tsx';

export const gridBuilder: Builder = {
	id: 'grid',
	title: 'Grid',
	icon: 'table',
	whenToUse: 'You know one to three things that matter, such as value and country, and want every combination of them.',
	Panel: GridPanel,
};
