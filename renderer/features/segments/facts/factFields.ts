import type { SegmentDefinition } from '#shared/model/segmentation.ts';

/** What a team agrees about a segment, in words. */
export type FactId = 'description' | 'decision' | 'action' | 'owner' | 'hypothesis';

export interface FactField {
	readonly id: FactId;
	readonly label: string;
	/** What belongs here, for those who have never filled it in. */
	readonly hint: string;
	readonly isLong: boolean;
	readonly maxLength: number;
}

/** In the order in which they are asked: who acts on what, then why. */
export const factFields: readonly FactField[] = [
	{
		id: 'action',
		label: 'Action',
		hint: 'The one offer, message or treatment its members get',
		isLong: true,
		maxLength: 4000,
	},
	{ id: 'owner', label: 'Owner', hint: 'Who answers for it', isLong: false, maxLength: 120 },
	{
		id: 'decision',
		label: 'Decision',
		hint: 'What is decided by it: targeting, retention spend, onboarding',
		isLong: true,
		maxLength: 4000,
	},
	{
		id: 'hypothesis',
		label: 'Hypothesis',
		hint: 'What you expect of it, so that it can be proven wrong',
		isLong: true,
		maxLength: 4000,
	},
	{
		id: 'description',
		label: 'Description',
		hint: 'Who these customers are, in plain words',
		isLong: true,
		maxLength: 4000,
	},
];

/** A fact as it is stored: none where there are only spaces. */
export function factChange(id: FactId, text: string): Partial<SegmentDefinition> {
	return { [id]: text.trim() === '' ? undefined : text };
}
