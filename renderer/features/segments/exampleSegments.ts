import type { FrameField } from '#shared/model/frameField.ts';
import { printField, printText } from '#shared/rules/printRule.ts';

export interface ExampleSegment {
	readonly name: string;
	readonly rule: string;
	/** What it finds, in plain words. */
	readonly meaning: string;
}

interface Pattern {
	readonly needs: readonly string[];
	readonly example: ExampleSegment;
}

/** Best first; those that need orders come before those that campaigns and attributes allow. */
const patterns: readonly Pattern[] = [
	{
		needs: ['recency_days', 'order_count'],
		example: {
			name: 'Champions',
			rule: 'recency_days <= 90 and order_count >= 5',
			meaning: 'Bought in the last 90 days, and at least five times',
		},
	},
	{
		needs: ['recency_days', 'order_count'],
		example: {
			name: 'At risk',
			rule: 'recency_days > 180 and order_count >= 3',
			meaning: 'Bought three times or more, but not in the last 180 days',
		},
	},
	{
		needs: ['tenure_days'],
		example: { name: 'New customers', rule: 'tenure_days <= 90', meaning: 'With you for 90 days or less' },
	},
	{
		needs: ['sends', 'clicks'],
		example: { name: 'Engaged', rule: 'clicks >= 1', meaning: 'Clicked in at least one campaign' },
	},
	{
		needs: ['sends', 'opens'],
		example: {
			name: 'Never open',
			rule: 'sends >= 3 and opens = 0',
			meaning: 'Got three campaigns or more and opened none',
		},
	},
	{
		needs: ['conversions'],
		example: { name: 'Responders', rule: 'conversions >= 1', meaning: 'Did what a campaign asked for' },
	},
];

const WANTED = 3;

/** Up to three starting points that work on the fields that are there; values of a text field fill what is left. */
export function exampleSegments(fields: readonly FrameField[]): readonly ExampleSegment[] {
	const names = new Set(fields.map((field) => field.name));
	const fitting = patterns.filter(({ needs }) => needs.every((name) => names.has(name))).map(({ example }) => example);
	return [...fitting, ...attributeExamples(fields)].slice(0, WANTED);
}

function attributeExamples(fields: readonly FrameField[]): readonly ExampleSegment[] {
	const field = fields.find(
		({ origin, type, values }) =>
			origin === 'attribute' && type === 'text' && values.length >= 2 && values.length <= 50,
	);
	return (field?.values ?? []).slice(0, WANTED).map((value) => ({
		name: value.slice(0, 120) || 'Blank',
		rule: `${printField(field?.name ?? '')} = ${printText(value)}`,
		meaning: `Customers whose ${field?.name ?? ''} is “${value}”`,
	}));
}
