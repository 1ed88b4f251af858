import type { CampaignEvent } from '#shared/model/tableMapping.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { BooleanColumn, Column, NumberColumn } from '../../columns/Column.ts';
import { eventCodes, EVENT_BITS } from './eventCodes.ts';
import { groupKeys } from './groupKeys.ts';
import { messageOrder } from './messageOrder.ts';
import type { ShapeCounts } from './shapeCounts.ts';
import { columnOfField, pickedColumn, withMadeColumn, type ShapedTable } from './ShapedTable.ts';

/**
 * Rows that are events of messages become one row per message: customer × campaign × send. A message id decides what belongs
 * together; without one, each `sent` or `withheld` row of a customer and campaign begins a message, and other events go to the
 * last one that began before them in time (file order where there are no dates or they are equal). Rows of values that mean
 * nothing here are left out and counted. The revenue of a message is the sum over its rows, 0 where none has any.
 */
export function foldMessages(table: ShapedTable, counts: ShapeCounts): { table: ShapedTable; counts: ShapeCounts } {
	const { mapping, rows } = table;
	const readField = (field: string) => columnOfField(table, field)?.read() ?? null;
	const { codes, ignored, ignoredRows } = eventCodes(readField('event'), mapping.events ?? {}, rows);
	const customers = groupKeys(readField('customer_id'), rows);
	const { messageOf, messages, first } = messageOrder({
		rows,
		codes,
		customers,
		campaigns: groupKeys(readField('campaign'), rows),
		ids: groupKeys(readField('message'), rows),
		dates: readField('date'),
	});
	const seen = new Uint16Array(messages);
	let rowsWithoutKey = 0;
	for (let row = 0; row < rows; row++) {
		const message = messageOf[row]!;
		if (message >= 0) {
			seen[message]! |= 1 << codes[row]!;
		} else if (codes[row]! >= 0) {
			rowsWithoutKey++;
		}
	}
	const mapped = new Set(Object.values(mapping.fields));
	const passed = table.columns.flatMap((column) => {
		if (mapped.has(column.name)) {
			return pickedColumn(column, firstFilled(column.read(), messageOf, first));
		}
		// What differs within a message says nothing about it, and might seem constant from its first row alone.
		const isKept = mapping.attributes.includes(column.name) || isConstant(column.read(), messageOf, first);
		return isKept ? pickedColumn(column, first) : [];
	});
	let folded: ShapedTable = { rows: messages, columns: passed, mapping };
	for (const [field, flags] of flagColumns(seen, new Set(Object.values(mapping.events ?? {})))) {
		folded = withMadeColumn(folded, field, flags);
	}
	const revenue = readField('revenue');
	if (revenue?.kind === 'number') {
		folded = withMadeColumn(folded, 'revenue', summed(revenue, messageOf, messages));
	}
	return {
		table: folded,
		counts: { ...counts, kind: 'messages', made: messages, ignored, ignoredRows, rowsWithoutKey },
	};
}

/** The flags that the events can tell. A reaction proves delivery; without word of delivery or failure, delivery is left open. */
function flagColumns(seen: Uint16Array, known: ReadonlySet<CampaignEvent>): [string, BooleanColumn][] {
	const bit = (...events: CampaignEvent[]) => events.reduce((bits, event) => bits | (1 << EVENT_BITS[event]), 0);
	const flags = (test: (bits: number) => boolean): BooleanColumn => {
		const values = new Uint8Array(seen.length);
		for (let message = 0; message < seen.length; message++) {
			values[message] = test(seen[message]!) ? 1 : 0;
		}
		return { kind: 'boolean', type: 'boolean', length: seen.length, nulls: null, values };
	};
	const reacted = bit('opened', 'clicked', 'unsubscribed', 'complained');
	const arrived = bit('delivered') | reacted;
	const failed = bit('bounced', 'withheld');
	const found: [string, BooleanColumn][] = [];
	if (known.has('delivered')) {
		found.push(['delivered', flags((bits) => (bits & arrived) !== 0)]);
	} else if (known.has('bounced') || known.has('withheld')) {
		found.push(['delivered', flags((bits) => (bits & reacted) !== 0 || (bits & failed) === 0)]);
	}
	for (const event of ['opened', 'clicked', 'converted', 'unsubscribed', 'complained'] as const) {
		if (known.has(event)) {
			found.push([event, flags((bits) => (bits & bit(event)) !== 0)]);
		}
	}
	return found;
}

/** For each message the row to take a value from: `first` where it has one, or else the first row in the file that has. */
function firstFilled(column: Column, messageOf: Int32Array, first: Int32Array): Int32Array {
	const { nulls } = column;
	if (nulls === null) {
		return first;
	}
	const rows = first.slice();
	for (let row = 0; row < messageOf.length; row++) {
		const message = messageOf[row]!;
		if (message >= 0 && hasBit(nulls, rows[message]!) && !hasBit(nulls, row)) {
			rows[message] = row;
		}
	}
	return rows;
}

function summed(column: NumberColumn, messageOf: Int32Array, messages: number): NumberColumn {
	const values = new Float64Array(messages);
	for (let row = 0; row < messageOf.length; row++) {
		const message = messageOf[row]!;
		if (message >= 0 && (column.nulls === null || !hasBit(column.nulls, row))) {
			values[message]! += column.values[row]!;
		}
	}
	return { ...column, length: messages, nulls: null, values };
}

/** Whether all rows of each message hold the same value. Plain text is not looked at. */
function isConstant(column: Column, messageOf: Int32Array, first: Int32Array): boolean {
	if (column.kind === 'text') {
		return false;
	}
	const values = column.kind === 'category' ? column.codes : column.values;
	const { nulls } = column;
	for (let row = 0; row < messageOf.length; row++) {
		const known = messageOf[row]! < 0 ? row : first[messageOf[row]!]!;
		if (values[row] !== values[known] || (nulls !== null && hasBit(nulls, row) !== hasBit(nulls, known))) {
			return false;
		}
	}
	return true;
}
