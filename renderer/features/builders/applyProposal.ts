import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import type { CustomField } from '#shared/model/customField.ts';
import { freeSegmentId } from '#shared/model/freeSegmentId.ts';
import { freeSegmentName } from '#shared/model/freeSegmentName.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';

export type ApplyMode = 'replace' | 'append';

export const MAX_SEGMENTS = 200;

/**
 * The draft with a proposal in it: instead of its segments, or behind them. Exclusions, mode and custom fields stay; a field that the
 * proposal brings takes the place of one of the same name.
 */
export function applyProposal(draft: Segmentation, proposal: BuilderProposal, mode: ApplyMode): Segmentation {
	const brought = new Set(proposal.customFields.map(({ name }) => name));
	const kept = draft.customFields.filter(({ name }) => !brought.has(name));
	const start: Segmentation = {
		...draft,
		segments: mode === 'replace' ? [] : draft.segments,
		remainder: mode === 'replace' ? proposal.remainder.name : draft.remainder,
		customFields: [...kept, ...proposal.customFields],
	};
	return proposal.segments.reduce<Segmentation>((now, { name: wish, rule, description }) => {
		const name = freeSegmentName(now, wish);
		const added = { id: freeSegmentId(now, name), name, rule, ...(description !== '' && { description }) };
		return { ...now, segments: [...now.segments, added] };
	}, start);
}

/** Fields of the draft that a proposal would give another meaning, though segments that stay may use them. */
export function changedFields(draft: Segmentation, proposal: BuilderProposal): readonly CustomField[] {
	return draft.customFields.filter((field) =>
		proposal.customFields.some(({ name, expression }) => name === field.name && expression !== field.expression),
	);
}
