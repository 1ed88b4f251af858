import type { FrameField } from '#shared/model/frameField.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import type { TableRole } from '#shared/model/tableRole.ts';
import type { Column, DateColumn, TimestampColumn } from '../columns/Column.ts';
import type { CustomerFrame } from './CustomerFrame.ts';
import type { EventTable } from './EventTable.ts';
import { derivedFields } from './derivedFields.ts';
import { describeField } from './describeField.ts';
import { eventDays } from './eventDays.ts';
import { frameProblems } from './frameProblems.ts';
import { nameAttributes } from './nameAttributes.ts';
import { orderFields } from './orderFields.ts';
import { reachableField, type ReachColumns } from './reachableField.ts';
import { recipientFields } from './recipientFields.ts';
import { tenureField } from './tenureField.ts';

/** A column of a table that is offered to rules as it stands: one value per customer of the base. */
export interface FrameAttribute {
	/** The header in the file. */
	readonly name: string;
	readonly table: TableRole;
	readonly column: Column;
}

export interface FrameInput {
	/** Customers of the base. */
	readonly customers: number;
	readonly customerId: (row: number) => string;
	readonly attributes: readonly FrameAttribute[];
	readonly signupDate: DateColumn | TimestampColumn | null;
	/** The segment that another system has each customer in. */
	readonly tag?: Column | null;
	/** What tells who can be written to; absent or null where nothing does. */
	readonly reach?: ReachColumns | null;
	readonly orders: EventTable | null;
	readonly recipients: EventTable | null;
	/** Which labels of the arm column mean treatment and control. */
	readonly arms: TableMapping['arms'];
	/** Days since 1970-01-01: events after this day do not count. */
	readonly asOfDay: number;
}

/**
 * The customer frame as of a day. Events count when they are dated on or before it; in a table that has no date column
 * every event counts, in one that has, an event without a date never does. A field whose table or column is not in the data
 * does not exist.
 */
export function buildFrame(input: FrameInput): CustomerFrame {
	const { customers: rows, signupDate, asOfDay } = input;
	const window = (events: EventTable) => ({ events, asOfDay, rows, ...eventDays(events, asOfDay) });
	const orderWindow = input.orders === null ? null : window(input.orders);
	const recipientWindow = input.recipients === null ? null : window(input.recipients);
	const orders = orderWindow === null ? null : orderFields(orderWindow);
	const recipients = recipientWindow === null ? null : recipientFields(recipientWindow, input.arms);

	const found = new Map<string, Column>([...(orders?.columns ?? []), ...(recipients?.columns ?? [])]);
	const datedOrders = orderWindow !== null && orderWindow.days !== null ? (orders?.counts ?? null) : null;
	if (signupDate !== null || datedOrders !== null) {
		found.set('tenure_days', tenureField(signupDate, datedOrders, asOfDay, rows));
	}
	const reachable = input.reach ? reachableField(input.reach, rows) : null;
	if (reachable !== null) {
		found.set('is_reachable', reachable);
	}
	const columns = new Map<string, Column>();
	const fields: FrameField[] = [];
	const problems: Problem[] = [];
	for (const { name, column, renamed } of nameAttributes(input.attributes, found)) {
		requireLength(name, column, rows);
		columns.set(name, column);
		fields.push(describeField(name, column, { origin: 'attribute', description: '', unit: null }));
		problems.push(...renamed);
	}
	for (const { name, description, unit } of derivedFields) {
		const column = found.get(name);
		if (column) {
			columns.set(name, column);
			fields.push(describeField(name, column, { origin: 'derived', description, unit }));
		}
	}
	problems.push(...frameProblems(asOfDay, orderWindow, orders, recipientWindow, recipients));
	return {
		length: rows,
		asOfDay,
		fields,
		columns,
		customerId: input.customerId,
		arms: recipients?.arms ?? null,
		armOutcomes: recipients?.armOutcomes ?? null,
		recipientRows: recipients?.recipientRows ?? null,
		derived: new Set(found.keys()),
		valueless: new Set([...(orders?.valueless ?? []), ...(recipients?.valueless ?? [])]),
		tag: input.tag ?? null,
		reachBasis: reachable === null ? null : input.reach?.consents.length ? 'consent' : 'address',
		problems,
	};
}

function requireLength(name: string, column: Column, rows: number): void {
	if (column.length !== rows) {
		throw new RangeError(`The attribute ${name} has ${column.length} rows, the customer base ${rows}`);
	}
}
