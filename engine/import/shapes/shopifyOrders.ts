import type { KnownShape } from './KnownShape.ts';

export const shopifyOrders: KnownShape = {
	id: 'shopify-orders',
	name: 'Shopify orders',
	signature: ['Name', 'Email', 'Financial Status', 'Lineitem quantity', 'Lineitem name', 'Lineitem price'],
	role: 'orders',
	fields: {
		customer_id: 'Email',
		order_id: 'Name',
		date: ['Created at', 'Paid at'],
		revenue: ['Total', 'Subtotal'],
		quantity: 'Lineitem quantity',
		unit_price: 'Lineitem price',
		product: ['Lineitem sku', 'Lineitem name'],
		discount: 'Lineitem discount',
		status: 'Financial Status',
		channel: 'Source',
	},
	perOrder: ['revenue'],
	notes: [
		'Totals stand on the first line of each order only; they are counted once per order.',
		'Total includes shipping and taxes. Choose Subtotal for the goods alone.',
		'Orders name the customer by e-mail address; orders without one cannot be assigned to anybody.',
		'Refunds stand in a column of their own and are not taken off the revenue.',
	],
};
