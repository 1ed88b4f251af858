import type { Builder } from '../Builder.ts';
import { RfmPanel } from './RfmPanel.tsx';

export const rfmBuilder: Builder = {
	id: 'rfm',
	title: 'RFM',
	icon: 'pulse',
	whenToUse: 'You have at least six months of orders and want to know who buys lately, often and for much.',
	Panel: RfmPanel,
};
