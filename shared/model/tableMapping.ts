import { z } from 'zod';
import { roleFacts, tableRole } from './tableRole.ts';

/** What a row of a file of campaign events says about its message. */
export const campaignEvent = z.enum([
	'sent',
	'withheld',
	'delivered',
	'bounced',
	'opened',
	'clicked',
	'converted',
	'unsubscribed',
	'complained',
]);
export type CampaignEvent = z.infer<typeof campaignEvent>;

/** How keys are brought into one form before they are compared with those of other tables. */
export const keyForm = z.enum(['no-spaces', 'lower-case', 'no-leading-zeros']);
export type KeyForm = z.infer<typeof keyForm>;

/** Which column of a file plays which part. Correctable at any time after the import. */
export const tableMapping = z.strictObject({
	role: tableRole,
	/** Role field id to column header. Fields that are absent are not in the data. */
	fields: z.record(z.string(), z.string()),
	/**
	 * Columns offered as customer attributes. In `customers`, all other columns by default; in event tables none,
	 * or those that never change within a customer (the last row of a customer decides).
	 */
	attributes: z.array(z.string()),
	/** Which values of the arm column mean treatment and control; all others are left out of lift and counted. */
	arms: z.strictObject({ treatment: z.array(z.string()), control: z.array(z.string()) }).nullable(),
	/**
	 * What the values of the event column mean, where each row is one event of a message (recipients only). Rows with other
	 * values are left out and counted.
	 */
	events: z.record(z.string(), campaignEvent).optional(),
	/**
	 * Field ids whose amounts are those of the whole order, though they may stand on each of its lines (orders only). The first
	 * line of an order that has one counts.
	 */
	perOrder: z.array(z.string()).optional(),
	/**
	 * Line items that stand beside each other in one row, in order (orders only): for each item, role field id to column
	 * header. A row becomes one line per item that holds anything.
	 */
	items: z.array(z.record(z.string(), z.string())).optional(),
	/** How the customer keys are brought into one form; as they stand where absent. */
	keyForm: z.array(keyForm).optional(),
});
export type TableMapping = z.infer<typeof tableMapping>;

/** Whether the rows are events of customers that they name, so that they are kept sorted by customer too. */
export function isByCustomer({ role, fields }: TableMapping): boolean {
	return roleFacts(role).isEvent && fields['customer_id'] !== undefined;
}

/**
 * Whether a row without a customer can only be a mistake. It is none where rows may count for everyone, and where orders name the
 * customer on their first line only.
 */
export function needsCustomer({ role, fields, perOrder = [] }: TableMapping): boolean {
	const isRequired = roleFacts(role).fields.some((field) => field.id === 'customer_id' && field.isRequired);
	return isRequired && !(perOrder.length > 0 && fields['order_id'] !== undefined);
}
