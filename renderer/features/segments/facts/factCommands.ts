import { problem as problemSchema } from '#shared/model/problem.ts';
import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import { applyRepair } from '#shared/rules/repair/applyRepair.ts';
import type { Command } from '../../../workbench/contribution.ts';
import { when } from '../../../workbench/contextKeys.ts';
import type { Services } from '../../../workbench/services.ts';
import { addExclusion, freeExclusionName, removeExclusion } from '../exclusions/exclusionChanges.ts';
import { revealRequest } from '../segmentsState.ts';
import type { FactId } from './factFields.ts';
import { factRequest, toggleFacts } from './factsState.ts';

const category = 'Segments';
const canEdit = when.and(when.has('hasCustomers'), when.not(when.has('isReadOnly')));

/** What warnings about segments offer, and exclusions. */
export const factCommands: readonly Command[] = [
	factCommand('segments.writeAction', 'Write the Action of a Segment', 'action'),
	factCommand('segments.nameOwner', 'Name the Owner of a Segment', 'owner'),
	{
		id: 'segments.mergeAlike',
		title: 'Merge Segments That Behave Alike',
		category,
		isHidden: true,
		enabled: canEdit,
		run: mergeAlike,
	},
	{
		id: 'segments.addExclusion',
		title: 'Exclude Customers',
		category,
		icon: 'circle-slash',
		enabled: canEdit,
		menus: [{ menu: 'menubar/segments', group: '2_edit', order: 40 }],
		run: ({ engine, layout }) => {
			const name = freeExclusionName(engine.draft.state.get());
			engine.draft.update((draft) => addExclusion(draft, { name, rule: '' }), `Exclude ${name}`);
			const added = engine.draft.state.get().exclusions.at(-1);
			layout.open('segments.editor');
			if (added) {
				revealRequest.set({ segmentId: added.id, range: null });
			}
		},
	},
	{
		id: 'segments.deleteExclusion',
		title: 'Delete Exclusion',
		category,
		isHidden: true,
		enabled: canEdit,
		run: (services, argument) => {
			const exclusion = services.engine.draft.state.get().exclusions.find(({ id }) => id === argument);
			if (exclusion) {
				services.engine.draft.update(
					(draft) => removeExclusion(draft, exclusion.id),
					`Delete exclusion ${exclusion.name}`,
				);
				offerUndo(services, `The exclusion ${exclusion.name} was deleted.`);
			}
		},
	},
];

function factCommand(id: string, title: string, fact: FactId): Command {
	return {
		id,
		title,
		category,
		isHidden: true,
		enabled: canEdit,
		run: ({ engine, layout }, argument) => {
			const segmentId = segmentsOf(argument)?.segmentId;
			if (segmentId !== undefined) {
				layout.open('segments.editor');
				engine.selection.selectSegment(segmentId);
				toggleFacts(segmentId, true);
				factRequest.set({ segmentId, fact });
			}
		},
	};
}

/** One of the two takes in the other; what behaves like the remainder goes there. */
function mergeAlike(services: Services, argument: unknown): void {
	const pair = segmentsOf(argument);
	if (pair?.otherId === undefined) {
		return;
	}
	const { engine, notifications } = services;
	const draft = engine.draft.state.get();
	const place = (id: string) => draft.segments.findIndex((segment) => segment.id === id);
	const isRetired = pair.otherId === REMAINDER_ID;
	const [first, second] =
		place(pair.otherId) < place(pair.segmentId) ? [pair.otherId, pair.segmentId] : [pair.segmentId, pair.otherId];
	const done = applyRepair(
		draft,
		isRetired ? { kind: 'remove', id: pair.segmentId } : { kind: 'merge', first, second },
	);
	if (done.kind === 'refused') {
		notifications.show('warning', done.reason);
		return;
	}
	const nameOf = (id: string) => draft.segments.find((segment) => segment.id === id)?.name ?? id;
	const label = isRetired ? `Retire ${nameOf(pair.segmentId)}` : `Merge ${nameOf(second)} into ${nameOf(first)}`;
	engine.draft.update(() => done.segmentation, label);
	offerUndo(
		services,
		isRetired ? `${nameOf(pair.segmentId)} was retired.` : `${nameOf(second)} is now part of ${nameOf(first)}.`,
	);
}

function offerUndo({ notifications, ...services }: Services, message: string): void {
	notifications.show('info', message, [{ label: 'Undo', run: () => void services.run('edit.undo') }]);
}

function segmentsOf(argument: unknown): { readonly segmentId: string; readonly otherId?: string | undefined } | null {
	const parsed = problemSchema.safeParse(argument);
	return parsed.success && parsed.data.source.kind === 'segment' ? parsed.data.source : null;
}
