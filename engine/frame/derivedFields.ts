import type { ColumnType } from '#shared/model/columnType.ts';
import type { FrameField } from '#shared/model/frameField.ts';
import {
	ORDER_WINDOWS_MONTHS,
	recentMarginField,
	recentOrdersField,
	recentRevenueField,
} from '#shared/model/orderWindows.ts';
import type { TableRole } from '#shared/model/tableRole.ts';

/** A field that the frame derives from events as of the date, and the table and columns without which it does not exist. */
export interface DerivedField {
	readonly name: string;
	readonly type: ColumnType;
	readonly unit: FrameField['unit'];
	readonly role: TableRole;
	/** Role field ids that must be mapped. */
	readonly requires: readonly string[];
	readonly description: string;
}

export const derivedFields: readonly DerivedField[] = [
	{
		name: 'recency_days',
		type: 'integer',
		unit: 'days',
		role: 'orders',
		requires: ['date'],
		description: 'Days from the last order to the as-of date. Empty without an order.',
	},
	{
		name: 'order_count',
		type: 'integer',
		unit: 'count',
		role: 'orders',
		requires: [],
		description: 'Orders on or before the as-of date; lines with the same order id are one order. 0 without an order.',
	},
	{
		name: 'revenue',
		type: 'decimal',
		unit: 'money',
		role: 'orders',
		requires: ['revenue'],
		description: 'Sum of the revenue of all orders. 0 without an order, empty when no order row says its revenue.',
	},
	{
		name: 'margin',
		type: 'decimal',
		unit: 'money',
		role: 'orders',
		requires: ['revenue', 'cost'],
		description:
			'Revenue less cost of goods, over the order rows that say both. 0 without an order, empty when no row says both.',
	},
	{
		name: 'average_order_value',
		type: 'decimal',
		unit: 'money',
		role: 'orders',
		requires: ['revenue'],
		description: 'Revenue divided by orders. Empty without an order.',
	},
	{
		name: 'first_order_date',
		type: 'date',
		unit: null,
		role: 'orders',
		requires: ['date'],
		description: 'Date of the first order. Empty without an order.',
	},
	{
		name: 'last_order_date',
		type: 'date',
		unit: null,
		role: 'orders',
		requires: ['date'],
		description: 'Date of the last order on or before the as-of date. Empty without an order.',
	},
	{
		name: 'tenure_days',
		type: 'integer',
		unit: 'days',
		role: 'orders',
		requires: ['date'],
		description:
			'Days from the sign-up date, or else from the first order, to the as-of date. Empty when neither is on or before it.',
	},
	{
		name: 'is_repeat',
		type: 'boolean',
		unit: null,
		role: 'orders',
		requires: [],
		description: 'Whether the customer placed more than one order. False without an order.',
	},
	...ORDER_WINDOWS_MONTHS.map((months): DerivedField => ({
		name: recentOrdersField(months),
		type: 'integer',
		unit: 'count',
		role: 'orders',
		requires: ['date'],
		description: `Orders from ${months} months before the as-of date up to it, both days included. 0 without one.`,
	})),
	...ORDER_WINDOWS_MONTHS.map((months): DerivedField => ({
		name: recentRevenueField(months),
		type: 'decimal',
		unit: 'money',
		role: 'orders',
		requires: ['date', 'revenue'],
		description: `Revenue of the orders from ${months} months before the as-of date up to it. 0 without one, empty when none of their rows says its revenue.`,
	})),
	...ORDER_WINDOWS_MONTHS.map((months): DerivedField => ({
		name: recentMarginField(months),
		type: 'decimal',
		unit: 'money',
		role: 'orders',
		requires: ['date', 'revenue', 'cost'],
		description: `Revenue less cost of goods of the orders from ${months} months before the as-of date up to it, over the rows that say both. 0 without one, empty when none of their rows says both.`,
	})),
	{
		name: 'sends',
		type: 'integer',
		unit: 'count',
		role: 'recipients',
		requires: [],
		description:
			'Messages delivered. Without a column for delivery, every row of the treatment counts, or every row where there are no arms.',
	},
	{
		name: 'opens',
		type: 'integer',
		unit: 'count',
		role: 'recipients',
		requires: ['opened'],
		description: 'Messages opened. 0 without a message.',
	},
	{
		name: 'clicks',
		type: 'integer',
		unit: 'count',
		role: 'recipients',
		requires: ['clicked'],
		description: 'Messages with a click. 0 without a message.',
	},
	{
		name: 'conversions',
		type: 'integer',
		unit: 'count',
		role: 'recipients',
		requires: ['converted'],
		description: 'Campaign rows that led to a conversion, in either arm. 0 without a row.',
	},
	{
		name: 'arm',
		type: 'text',
		unit: null,
		role: 'recipients',
		requires: ['arm'],
		description: 'treatment or control. Empty for customers in neither and for customers who are found in both.',
	},
	{
		name: 'campaign_revenue',
		type: 'decimal',
		unit: 'money',
		role: 'recipients',
		requires: ['revenue'],
		description:
			'Sum of the campaign revenue of all rows, in either arm. 0 without a row, empty when no row says its revenue.',
	},
	{
		name: 'is_reachable',
		type: 'boolean',
		unit: null,
		role: 'customers',
		requires: ['consent'],
		description:
			'Whether the customer agreed to e-mail or text messages; without a column of consent, whether an e-mail address is known.',
	},
];

/** Null for names that are attributes or unknown. */
export function derivedField(name: string): DerivedField | null {
	return derivedFields.find((field) => field.name === name) ?? null;
}
