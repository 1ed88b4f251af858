import type { Builder } from '../Builder.ts';
import { ScorePanel } from './ScorePanel.tsx';

export const scoreBuilder: Builder = {
	id: 'score',
	title: 'Weighted score',
	icon: 'law',
	whenToUse: 'Many signals count, some more than others, and you want tiers such as high, middle and low.',
	Panel: ScorePanel,
};
