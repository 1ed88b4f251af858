import { z } from 'zod';
import { when } from '../../workbench/contextKeys.ts';
import type { Contribution } from '../../workbench/contribution.ts';

const selected = z.strictObject({ metric: z.string(), segment: z.string().nullable() });

export const cardContribution: Contribution = {
	id: 'card',
	commands: [
		{
			id: 'card.open',
			title: 'Show Everything Behind the Figure',
			category: 'Analysis',
			icon: 'symbol-number',
			enabled: when.has('hasCustomers'),
			keys: [{ key: 'Mod+I', when: when.not(when.has('isTextFocused')) }],
			menus: [{ menu: 'menubar/analysis', group: '1_open', order: 30 }],
			run: ({ engine, layout }, argument) => {
				const number = selected.safeParse(argument);
				if (number.success) {
					engine.selection.selectNumber(number.data);
				}
				layout.open('card', {}, { isBeside: true });
			},
		},
	],
	views: [
		{
			id: 'card',
			title: 'Number card',
			icon: 'symbol-number',
			location: 'editor',
			order: 50,
			when: when.has('hasProject'),
			load: async () => (await import('./NumberCard.tsx')).NumberCard,
		},
	],
};
