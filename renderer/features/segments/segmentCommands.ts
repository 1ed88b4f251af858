import { moveSegment } from '#shared/model/moveSegment.ts';
import { freeSegmentName } from '#shared/model/freeSegmentName.ts';
import { problem as problemSchema } from '#shared/model/problem.ts';
import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import type { Services } from '../../workbench/services.ts';
import { addSegment, duplicateSegment, removeSegment } from './draftChanges.ts';
import { revealRequest } from './segmentsState.ts';

const category = 'Segments';
const canEdit = when.and(when.has('hasCustomers'), when.not(when.has('isReadOnly')));
const canEditSelected = when.and(canEdit, when.has('hasSelectedSegment'));
const inEditor = when.is('activeEditor', 'segments.editor');

export const segmentCommands: readonly Command[] = [
	{
		id: 'segments.openEditor',
		title: 'Open Segments',
		category,
		icon: 'go-to-file',
		enabled: when.has('hasProject'),
		keys: [{ key: 'Mod+Shift+K' }],
		menus: [{ menu: 'menubar/segments', group: '1_open', order: 10 }],
		run: ({ engine, layout }, segmentId) => {
			layout.open('segments.editor');
			if (typeof segmentId === 'string') {
				engine.selection.selectSegment(segmentId);
				revealRequest.set({ segmentId, range: { from: 0, to: 0 } });
			}
		},
	},
	{
		id: 'segments.addSegment',
		title: 'Add Segment',
		category,
		icon: 'add',
		enabled: canEdit,
		keys: [{ key: 'Mod+Shift+Enter' }],
		menus: [{ menu: 'menubar/segments', group: '2_edit', order: 10 }],
		run: ({ engine, layout }) => {
			const name = freeSegmentName(engine.draft.state.get(), 'New segment');
			engine.draft.update((draft) => addSegment(draft, { name, rule: '' }), `Add ${name}`);
			const added = engine.draft.state.get().segments.at(-1);
			layout.open('segments.editor');
			if (added) {
				engine.selection.selectSegment(added.id);
				revealRequest.set({ segmentId: added.id, range: null });
			}
		},
	},
	{
		id: 'segments.duplicateSegment',
		title: 'Duplicate Segment',
		category,
		icon: 'copy',
		enabled: canEditSelected,
		menus: [{ menu: 'menubar/segments', group: '2_edit', order: 20 }],
		run: (services, argument) =>
			withSegment(services, argument, (id, name) =>
				services.engine.draft.update((draft) => duplicateSegment(draft, id), `Duplicate ${name}`),
			),
	},
	{
		id: 'segments.deleteSegment',
		title: 'Delete Segment',
		category,
		icon: 'trash',
		enabled: canEditSelected,
		menus: [{ menu: 'menubar/segments', group: '2_edit', order: 30 }],
		run: (services, argument) =>
			withSegment(services, argument, (id, name) => {
				services.engine.draft.update((draft) => removeSegment(draft, id), `Delete ${name}`);
				services.engine.selection.selectSegment(null);
				services.notifications.show('info', `${name} was deleted.`, [
					{ label: 'Undo', run: () => void services.run('edit.undo') },
				]);
			}),
	},
	{
		id: 'segments.moveUp',
		title: 'Move Segment Up',
		category,
		icon: 'arrow-up',
		enabled: canEditSelected,
		keys: [{ key: 'Alt+ArrowUp', when: inEditor }],
		menus: [{ menu: 'menubar/segments', group: '3_order', order: 10 }],
		run: (services, argument) => move(services, argument, -1),
	},
	{
		id: 'segments.moveDown',
		title: 'Move Segment Down',
		category,
		icon: 'arrow-down',
		enabled: canEditSelected,
		keys: [{ key: 'Alt+ArrowDown', when: inEditor }],
		menus: [{ menu: 'menubar/segments', group: '3_order', order: 20 }],
		run: (services, argument) => move(services, argument, 1),
	},
	{
		id: 'segments.revealProblem',
		title: 'Show Problem in Rule',
		category,
		isHidden: true,
		run: ({ engine, layout }, argument) => {
			const parsed = problemSchema.safeParse(argument);
			if (parsed.success && parsed.data.source.kind === 'segment') {
				const { segmentId, from, to } = parsed.data.source;
				layout.open('segments.editor');
				engine.selection.selectSegment(segmentId);
				revealRequest.set({ segmentId, range: { from, to } });
			}
		},
	},
];

/** The segment that was passed along, else the selected one; the remainder is none. */
function withSegment(
	{ engine }: Services,
	argument: unknown,
	edit: (id: string, name: string, position: number) => void,
): void {
	const id = typeof argument === 'string' ? argument : engine.selection.state.get().segmentId;
	const { segments } = engine.draft.state.get();
	const position = segments.findIndex((segment) => segment.id === id);
	const segment = segments[position];
	if (segment && segment.id !== REMAINDER_ID) {
		edit(segment.id, segment.name, position);
	}
}

function move(services: Services, argument: unknown, by: 1 | -1): void {
	withSegment(services, argument, (id, name, position) =>
		services.engine.draft.update((draft) => moveSegment(draft, id, position + by), `Move ${name}`),
	);
}
