import type { ColumnPlan, ImportPlan } from '#shared/model/importPlan.ts';
import type { ColumnType } from '#shared/model/columnType.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import type { TableRole } from '#shared/model/tableRole.ts';
import { customerHeader } from './writeCustomers.ts';
import { orderHeader } from './writeOrders.ts';
import { recipientHeader } from './writeRecipients.ts';

type Types<H extends readonly string[]> = Readonly<Record<H[number], ColumnType>>;

const customerTypes: Types<typeof customerHeader> = {
	customer_id: 'integer',
	name: 'text',
	email: 'text',
	country: 'text',
	city: 'text',
	age: 'integer',
	signup_date: 'date',
	acquisition_channel: 'text',
	loyalty_tier: 'text',
	consent_email: 'boolean',
	consent_sms: 'boolean',
};
const orderTypes: Types<typeof orderHeader> = {
	order_id: 'integer',
	customer_id: 'integer',
	order_date: 'date',
	product_category: 'text',
	quantity: 'integer',
	revenue: 'decimal',
	cost: 'decimal',
};
const recipientTypes: Types<typeof recipientHeader> = {
	campaign: 'text',
	customer_id: 'integer',
	sent_at: 'timestamp',
	arm: 'text',
	delivered: 'integer',
	opened: 'integer',
	clicked: 'integer',
	converted: 'integer',
	revenue: 'decimal',
	unsubscribed: 'integer',
	complained: 'integer',
};

const mappings: Readonly<Record<TableRole, TableMapping>> = {
	customers: {
		role: 'customers',
		fields: { customer_id: 'customer_id', signup_date: 'signup_date' },
		// Name and address tell people apart, they do not describe them.
		attributes: ['country', 'city', 'age', 'acquisition_channel', 'loyalty_tier', 'consent_email', 'consent_sms'],
		arms: null,
	},
	orders: {
		role: 'orders',
		fields: {
			customer_id: 'customer_id',
			order_id: 'order_id',
			date: 'order_date',
			revenue: 'revenue',
			cost: 'cost',
			quantity: 'quantity',
		},
		attributes: [],
		arms: null,
	},
	recipients: {
		role: 'recipients',
		fields: {
			customer_id: 'customer_id',
			campaign: 'campaign',
			date: 'sent_at',
			arm: 'arm',
			delivered: 'delivered',
			opened: 'opened',
			clicked: 'clicked',
			converted: 'converted',
			revenue: 'revenue',
			unsubscribed: 'unsubscribed',
			complained: 'complained',
		},
		attributes: [],
		arms: { treatment: ['treatment'], control: ['control'] },
	},
};

/** How a file of the sample is read: known, so nothing has to be guessed. */
export function samplePlan(role: TableRole, path: string): ImportPlan {
	const columns = {
		customers: plans(customerHeader, customerTypes),
		orders: plans(orderHeader, orderTypes),
		recipients: plans(recipientHeader, recipientTypes),
	}[role];
	return {
		path,
		tableName: role,
		dialect: {
			delimiter: ',',
			// Only names of towns need quotes.
			quote: role === 'customers' ? '"' : null,
			hasHeader: true,
			encoding: 'utf-8',
			hasByteOrderMark: false,
		},
		columns,
		mapping: mappings[role],
	};
}

function plans<H extends readonly string[]>(header: H, types: Types<H>): ColumnPlan[] {
	return header.map((name: H[number]) => ({ name, type: types[name] }));
}
