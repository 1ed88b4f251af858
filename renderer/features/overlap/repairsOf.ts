import { assertNever } from '#shared/base/assertNever.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { Repair, SubtractStep } from '#shared/rules/repair/Repair.ts';
import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';

/** A repair with the words for its button and the undo step, and what it does. */
export interface OfferedRepair {
	readonly repair: Repair;
	readonly label: string;
	readonly detail: string;
}

/** What can be done about two rules that overlap; ids in rule order. `isCovered`: the second rule lies within the first. */
export function repairsOfPair(
	draft: Segmentation,
	first: string,
	second: string,
	isCovered: boolean,
): readonly OfferedRepair[] {
	const [a, b] = [nameOf(draft, first), nameOf(draft, second)];
	const subtract: Repair = { kind: 'subtract', steps: [{ id: second, without: [first] }] };
	const opposite: Repair = { kind: 'subtract', steps: [{ id: first, without: [second] }] };
	const order: readonly OfferedRepair[] =
		draft.mode === 'strict'
			? []
			: [offered(draft, { kind: 'move', id: second, before: first }, `Whoever matches both then goes to ${b} first.`)];
	return [
		isCovered
			? offered(draft, { kind: 'remove', id: second }, `Whoever matches ${b} matches ${a} anyway.`)
			: offered(draft, subtract, `Nobody changes segment: the rule of ${b} then says what the order says now.`),
		offered(draft, opposite, `Whoever matches both no longer matches ${a}.`),
		...order,
		offered(draft, { kind: 'merge', first, second }, `One segment for all who match ${a} or ${b}.`),
		offered(draft, { kind: 'split', first, second }, `Three segments: both, only ${a}, only ${b}.`),
	];
}

/** What can be done about one rule. `overlapping` are the earlier segments that it may overlap. */
export function repairsOfSegment(
	draft: Segmentation,
	id: string,
	overlapping: readonly string[],
	coveredBy: readonly string[],
): readonly OfferedRepair[] {
	const [first] = draft.segments.filter((segment) => coveredBy.includes(segment.id));
	return [
		...(overlapping.length === 0
			? []
			: [
					offered(
						draft,
						{ kind: 'subtract', steps: [{ id, without: overlapping }] },
						'Nobody changes segment, and the rule no longer overlaps earlier ones.',
					),
				]),
		...(first === undefined || draft.mode === 'strict'
			? []
			: [
					offered(
						draft,
						{ kind: 'move', id, before: first.id },
						'It then takes its customers before the rules that cover it.',
					),
				]),
		offered(draft, { kind: 'remove', id }, 'Its customers go to later rules or to the remainder.'),
	];
}

/** Every rule without all earlier ones that it may overlap. null where no rule does. */
export function repairOfAll(draft: Segmentation, proof: SegmentationProof): OfferedRepair | null {
	const steps = draft.segments.flatMap(({ id }): SubtractStep[] => {
		const without = overlappingBefore(draft, proof, id);
		return without.length === 0 ? [] : [{ id, without }];
	});
	return steps.length === 0
		? null
		: offered(draft, { kind: 'subtract', steps }, 'Nobody changes segment, and no two rules overlap any more.');
}

/** The earlier segments that are not proved disjoint from one, in rule order. */
export function overlappingBefore(
	{ segments }: Segmentation,
	{ pairs }: SegmentationProof,
	id: string,
): readonly string[] {
	const open = new Set(
		pairs.flatMap(({ first, second, verdict }) => (second === id && verdict !== 'disjoint' ? [first] : [])),
	);
	return segments.filter((segment) => open.has(segment.id)).map((segment) => segment.id);
}

export function repairLabel(draft: Segmentation, repair: Repair): string {
	const name = (id: string) => nameOf(draft, id);
	switch (repair.kind) {
		case 'move':
			return `Put ${name(repair.id)} before ${name(repair.before)}`;
		case 'subtract': {
			const [step, ...others] = repair.steps;
			if (!step || others.length > 0) {
				return 'Take earlier rules out of later ones';
			}
			const [one, ...rest] = step.without;
			return one === undefined || rest.length > 0
				? `Take earlier rules out of ${name(step.id)}`
				: `Take ${name(one)} out of ${name(step.id)}`;
		}
		case 'merge':
			return `Merge ${name(repair.first)} and ${name(repair.second)}`;
		case 'split':
			return `Split off who matches both`;
		case 'remove':
			return `Remove ${name(repair.id)}`;
		default:
			return assertNever(repair);
	}
}

function offered(draft: Segmentation, repair: Repair, detail: string): OfferedRepair {
	return { repair, label: repairLabel(draft, repair), detail };
}

export function nameOf({ segments, remainder }: Segmentation, id: string): string {
	return segments.find((segment) => segment.id === id)?.name ?? remainder;
}
