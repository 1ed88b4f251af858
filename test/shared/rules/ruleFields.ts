import type { RuleField } from '#shared/rules/RuleField.ts';

/** Fields of every type, with names that need backticks among them. */
export const ruleFields: readonly RuleField[] = [
	{ name: 'recency_days', type: 'integer', values: [], description: 'Days since the last order' },
	{ name: 'revenue', type: 'decimal', values: [] },
	{ name: 'margin', type: 'decimal', values: [] },
	{ name: 'country', type: 'text', values: ['DE', 'AT', 'CH'] },
	{ name: 'zip', type: 'text', values: [] },
	{ name: 'first_order_date', type: 'date', values: [] },
	{ name: 'signed_up_at', type: 'timestamp', values: [] },
	{ name: 'is_member', type: 'boolean', values: [] },
	{ name: 'Home country', type: 'text', values: ["Côte d'Ivoire"] },
	{ name: 'click-rate', type: 'decimal', values: [] },
];
