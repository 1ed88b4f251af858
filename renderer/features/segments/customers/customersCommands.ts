import { customerGroup } from '#shared/model/customerGroup.ts';
import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import type { Command } from '../../../workbench/contribution.ts';
import { when } from '../../../workbench/contextKeys.ts';

const category = 'Segments';
const enabled = when.has('hasCustomers');
const group = '4_customers';

/** Lists of customers behind the counts of the draft. */
export const customersCommands: readonly Command[] = [
	{
		id: 'segments.showCustomers',
		title: 'Show Customers of a Count',
		category,
		isHidden: true,
		enabled,
		run: ({ layout }, argument) => layout.open('segments.customers', customerGroup.parse(argument)),
	},
	{
		id: 'segments.showMembers',
		title: 'Show Customers of Segment',
		category,
		icon: 'organization',
		enabled: when.and(enabled, when.has('hasSelectedSegment')),
		menus: [{ menu: 'menubar/segments', group, order: 10 }],
		run: ({ engine, layout }, argument) => {
			const id = typeof argument === 'string' ? argument : engine.selection.state.get().segmentId;
			if (id !== null) {
				layout.open('segments.customers', { kind: 'members', id });
			}
		},
	},
	{
		id: 'segments.showRemainder',
		title: 'Show Customers of the Remainder',
		category,
		icon: 'organization',
		enabled,
		menus: [{ menu: 'menubar/segments', group, order: 20 }],
		run: ({ layout }) => layout.open('segments.customers', { kind: 'members', id: REMAINDER_ID }),
	},
	{
		id: 'segments.showExcluded',
		title: 'Show Excluded Customers',
		category,
		icon: 'organization',
		enabled,
		menus: [{ menu: 'menubar/segments', group, order: 30 }],
		run: ({ engine, layout, notifications }) => {
			if (engine.draft.state.get().exclusions.length === 0) {
				notifications.show(
					'info',
					'Nobody is excluded. “Exclude…” in Segments adds a rule that goes before all segments.',
				);
				return;
			}
			layout.open('segments.customers', { kind: 'excluded' });
		},
	},
];
