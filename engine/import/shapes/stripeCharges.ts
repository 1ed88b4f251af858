import type { KnownShape } from './KnownShape.ts';

/** Charges as the API and its exports name them. */
export const stripeCharges: KnownShape = {
	id: 'stripe-charges',
	name: 'Stripe charges (API)',
	signature: ['id', 'amount', 'amount_refunded', 'balance_transaction', 'created', 'currency', 'customer', 'paid'],
	role: 'orders',
	fields: {
		customer_id: 'customer',
		order_id: 'id',
		date: 'created',
		revenue: 'amount',
		status: 'status',
		product: 'description',
	},
	notes: [
		'Amounts of the API are in the smallest unit of the currency: 1999 is 19.99. Revenue is then a hundred times too high; divide it before importing.',
		'Failed charges are in the export too: look at paid and status.',
	],
};
