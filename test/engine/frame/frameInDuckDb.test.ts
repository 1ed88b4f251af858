import { expect, it } from 'vitest';
import { buildFrame } from '../../../engine/frame/buildFrame.ts';
import { orderTable, recipientTable } from './eventRows.ts';
import { openFrameDatabase, queryNumbers } from './frameDatabase.ts';
import { ARMS, AS_OF_DAY, randomOrders, randomRecipients } from './randomRows.ts';
import { readField } from './readField.ts';

it('equals the customer frame that DuckDB computes from the same rows', async () => {
	const customers = 1500;
	const orders = randomOrders(7, customers, 6000);
	const recipients = randomRecipients(8, customers, 4000);
	const frame = buildFrame({
		customers,
		customerId: String,
		attributes: [],
		signupDate: null,
		orders: orderTable(orders, customers),
		recipients: recipientTable(recipients, customers),
		arms: ARMS,
		asOfDay: AS_OF_DAY,
	});
	const database = await openFrameDatabase(customers, orders, recipients);
	const rows = await queryNumbers(database, 'select * from frame');
	database.closeSync();
	for (const name of frame.derived) {
		expect([name, readField(frame, name)]).toEqual([name, rows.map((row) => row[name])]);
	}
	expect([...(frame.recipientRows ?? [])]).toEqual(rows.map((row) => row['recipient_rows']));
});
