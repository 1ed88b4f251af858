import type { BaselineKind } from '#shared/model/settings.ts';

/** What a segment can be compared with, in the words of the screens. */
export const baselineChoices: readonly {
	readonly value: BaselineKind;
	readonly label: string;
	readonly detail: string;
}[] = [
	{ value: 'rest', label: 'Rest', detail: 'All customers outside of the segment.' },
	{
		value: 'control',
		label: 'Control',
		detail: 'The control group within the segment. Needs a campaign with two arms.',
	},
	{
		value: 'everyone',
		label: 'Everyone',
		detail: 'The whole base, the segment included. Differences look smaller than they are.',
	},
];
