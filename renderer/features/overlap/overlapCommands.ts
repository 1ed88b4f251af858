import { problem as problemSchema, type Problem } from '#shared/model/problem.ts';
import type { Repair } from '#shared/rules/repair/Repair.ts';
import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import type { Services } from '../../workbench/services.ts';
import { choose, type Chosen } from './overlapState.ts';

const category = 'Segments';
const canEdit = when.and(when.has('hasCustomers'), when.not(when.has('isReadOnly')));

type SegmentSource = Extract<Problem['source'], { kind: 'segment' }>;

export const overlapCommands: readonly Command[] = [
	{
		id: 'overlap.open',
		title: 'Open Overlap',
		category,
		icon: 'type-hierarchy',
		enabled: when.has('hasProject'),
		keys: [{ key: 'Mod+Shift+X' }],
		menus: [{ menu: 'menubar/segments', group: '1_open', order: 20 }],
		run: ({ layout }) => layout.open('overlap'),
	},
	{
		id: 'overlap.showProblem',
		title: 'Show Overlap of Problem',
		category,
		isHidden: true,
		enabled: when.has('hasCustomers'),
		run: (services, argument) => explain(services, argument, () => null),
	},
	{
		id: 'overlap.subtractOther',
		title: 'Take Earlier Rule out of Later One',
		category,
		isHidden: true,
		enabled: canEdit,
		run: (services, argument) =>
			explain(services, argument, ({ segmentId, otherId }) =>
				otherId === undefined ? null : { kind: 'subtract', steps: [{ id: segmentId, without: [otherId] }] },
			),
	},
	{
		id: 'overlap.mergeBoth',
		title: 'Merge Segments of Problem',
		category,
		isHidden: true,
		enabled: canEdit,
		run: (services, argument) =>
			explain(services, argument, ({ segmentId, otherId }) =>
				otherId === undefined ? null : { kind: 'merge', first: otherId, second: segmentId },
			),
	},
	{
		id: 'overlap.moveBefore',
		title: 'Move Segment before the Rule That Covers It',
		category,
		isHidden: true,
		enabled: canEdit,
		run: (services, argument) =>
			explain(
				services,
				argument,
				({ segmentId, otherId }) => (otherId === undefined ? null : { kind: 'move', id: segmentId, before: otherId }),
				true,
			),
	},
	{
		id: 'overlap.removeSegment',
		title: 'Remove Segment of Problem',
		category,
		isHidden: true,
		enabled: canEdit,
		run: (services, argument) =>
			explain(services, argument, ({ segmentId }) => ({ kind: 'remove', id: segmentId }), true),
	},
];

/** Opens the view on what a problem is about, with the effect of a repair; `isAlone`: on its one segment, not on the pair. */
function explain(
	{ layout }: Services,
	argument: unknown,
	repairOf: (source: SegmentSource) => Repair | null,
	isAlone = false,
): void {
	const parsed = problemSchema.safeParse(argument);
	if (parsed.success && parsed.data.source.kind === 'segment') {
		const { source } = parsed.data;
		const { segmentId, otherId } = source;
		const chosen: Chosen =
			isAlone || otherId === undefined
				? { kind: 'segment', id: segmentId }
				: { kind: 'pair', first: otherId, second: segmentId };
		choose(chosen, repairOf(source));
	}
	layout.open('overlap');
}
