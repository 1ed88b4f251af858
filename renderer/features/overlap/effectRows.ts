import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { OverlapAmount, SegmentOverlap } from '#shared/model/segmentOverlap.ts';

/** What a repair does to one segment; null where it is not there. */
export interface EffectRow {
	readonly id: string;
	readonly name: string;
	readonly before: OverlapAmount | null;
	readonly after: OverlapAmount | null;
	/** The rule afterwards, where it is another or new. */
	readonly rule: string | null;
}

interface Counted {
	readonly draft: Segmentation;
	readonly overlap: SegmentOverlap;
}

/** The segments that change, in the new order with removed ones last, then the remainder. Empty where nothing does. */
export function effectRows(before: Counted, after: Counted): readonly EffectRow[] {
	const amountOf = ({ overlap }: Counted, id: string) =>
		overlap.segments.find((entry) => entry.id === id)?.taken ?? null;
	const ruleOf = ({ draft }: Counted, id: string) => draft.segments.find((entry) => entry.id === id)?.rule ?? null;
	const kept = new Set(after.draft.segments.map(({ id }) => id));
	const segments = [...after.draft.segments, ...before.draft.segments.filter(({ id }) => !kept.has(id))];
	const rows = segments.map(({ id, name }): EffectRow => {
		const rule = ruleOf(after, id);
		const isNewRule = rule !== null && rule !== ruleOf(before, id);
		return { id, name, before: amountOf(before, id), after: amountOf(after, id), rule: isNewRule ? rule : null };
	});
	const remainder: EffectRow = {
		id: REMAINDER_ID,
		name: after.draft.remainder,
		before: before.overlap.remainder,
		after: after.overlap.remainder,
		rule: null,
	};
	return [...rows, remainder].filter((row) => row.rule !== null || isMoved(row));
}

export function isMoved({ before, after }: EffectRow): boolean {
	return before?.people !== after?.people || before?.revenue !== after?.revenue;
}
