import { expect, test } from 'vitest';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { formatSegmentation } from '#shared/rules/formatSegmentation.ts';

test('every rule and custom field is formatted, but none that would lose something', () => {
	const named = { id: 'a', name: 'A' };
	expect(
		formatSegmentation({
			...emptySegmentation,
			segments: [
				{ ...named, rule: 'revenue>1 AND  margin>2' },
				{ ...named, id: 'b', name: 'B', rule: 'revenue>1 -- why' },
				{ ...named, id: 'c', name: 'C', rule: 'revenue >' },
				{ ...named, id: 'd', name: 'D', rule: ' ' },
			],
			exclusions: [{ id: 'x', name: 'X', rule: '(country="DE")' }],
			customFields: [{ name: 'share', expression: 'margin/revenue', description: 'kept' }],
		}),
	).toEqual({
		segmentation: {
			...emptySegmentation,
			segments: [
				{ ...named, rule: 'revenue > 1 and margin > 2' },
				{ ...named, id: 'b', name: 'B', rule: 'revenue>1 -- why' },
				{ ...named, id: 'c', name: 'C', rule: 'revenue >' },
				{ ...named, id: 'd', name: 'D', rule: ' ' },
			],
			exclusions: [{ id: 'x', name: 'X', rule: "country = 'DE'" }],
			customFields: [{ name: 'share', expression: 'margin / revenue', description: 'kept' }],
		},
		leftAlone: ['B', 'C'],
	});
});
