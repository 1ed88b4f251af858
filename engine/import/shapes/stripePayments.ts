import type { KnownShape } from './KnownShape.ts';

export const stripePayments: KnownShape = {
	id: 'stripe-payments',
	name: 'Stripe payments',
	signature: ['id', 'Amount', 'Amount Refunded', 'Currency', 'Status', 'Captured', 'Customer ID'],
	role: 'orders',
	fields: {
		customer_id: ['Customer ID', 'Customer Email'],
		order_id: 'id',
		date: ['Created date (UTC)', 'Created (UTC)', 'Created'],
		revenue: ['Converted Amount', 'Amount'],
		status: 'Status',
		product: 'Description',
	},
	notes: [
		'Failed payments are in the export too. Leave them out when exporting, or look at Status.',
		'Refunds stand in a column of their own and are not taken off the revenue.',
		'Converted Amount is in the currency of the account; Amount is in the currency of the payment.',
	],
};
