import { counted } from '#shared/base/counted.ts';
import { formatRuleText } from '#shared/rules/formatRule.ts';
import { formatSegmentation } from '#shared/rules/formatSegmentation.ts';
import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import { changeSegment } from './draftChanges.ts';

const category = 'Segments';
const canEdit = when.and(when.has('hasCustomers'), when.not(when.has('isReadOnly')));
const whyLeft = 'has remarks, which would be lost, or cannot be read';
const MOST_NAMED = 3;

export const formatCommands: readonly Command[] = [
	{
		id: 'segments.formatRule',
		title: 'Format Rule',
		category,
		icon: 'list-flat',
		enabled: when.and(canEdit, when.has('hasSelectedSegment')),
		keys: [{ key: 'Alt+Shift+F', when: when.is('activeEditor', 'segments.editor') }],
		menus: [{ menu: 'menubar/segments', group: '4_format', order: 10 }],
		run: ({ engine, notifications }) => {
			const { segmentId } = engine.selection.state.get();
			const segment = engine.draft.state.get().segments.find(({ id }) => id === segmentId);
			if (!segment || segment.rule.trim() === '') {
				return;
			}
			const rule = formatRuleText(segment.rule);
			if (rule === null) {
				notifications.show('info', `The rule of ${segment.name} was left as it is: it ${whyLeft}.`);
			} else {
				engine.draft.update((draft) => changeSegment(draft, segment.id, { rule }), `Format rule of ${segment.name}`);
			}
		},
	},
	{
		id: 'segments.formatAllRules',
		title: 'Format All Rules and Custom Fields',
		category,
		icon: 'list-flat',
		enabled: when.and(canEdit, when.has('hasSegments')),
		menus: [{ menu: 'menubar/segments', group: '4_format', order: 20 }],
		run: ({ engine, notifications }) => {
			const { leftAlone } = formatSegmentation(engine.draft.state.get());
			engine.draft.update((draft) => formatSegmentation(draft).segmentation, 'Format all rules');
			if (leftAlone.length > 0) {
				const names = leftAlone.slice(0, MOST_NAMED).join(', ') + (leftAlone.length > MOST_NAMED ? ' …' : '');
				notifications.show(
					'info',
					`${counted(leftAlone.length, 'rule')} stayed as written (${names}): each ${whyLeft}.`,
				);
			}
		},
	},
];
