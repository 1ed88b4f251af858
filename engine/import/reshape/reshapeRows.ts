import type { TableMapping } from '#shared/model/tableMapping.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { ImportedColumn } from '../ImportedTable.ts';
import { foldMessages } from './foldMessages.ts';
import { withDelivered, withRevenue } from './madeAmounts.ts';
import { normaliseKeys } from './normaliseKeys.ts';
import { onceByOrder } from './onceByOrder.ts';
import type { ShapeCounts } from './shapeCounts.ts';
import { ShapedReader } from './ShapedReader.ts';
import { columnOfField, storedTable, withMadeColumn, type ShapedTable } from './ShapedTable.ts';
import { unfoldItems } from './unfoldItems.ts';

export interface EventRows {
	readonly mapping: TableMapping;
	readonly columns: readonly ImportedColumn[];
	readonly source: ChunkReader;
}

export interface ShapedEvents extends EventRows {
	/** Null where the rows are those of the file. */
	readonly counts: ShapeCounts | null;
}

/**
 * The rows of an event table as its role counts them: keys in one form, event rows put together into messages, items of orders taken
 * apart into lines, amounts of whole orders once. The stored table stays as it is in the file. A table that needs none of this comes
 * back as it is, with `counts` null. Advance it to the end; it pauses after each step.
 */
export function* reshapeRows(input: EventRows): Generator<void, ShapedEvents> {
	const { mapping } = input;
	const steps = stepsFor(mapping);
	if (steps.length === 0) {
		return { ...input, counts: null };
	}
	let table = storedTable(mapping, input.columns, input.source);
	let counts: ShapeCounts = {
		rows: table.rows,
		made: table.rows,
		kind: 'rows',
		ignored: [],
		ignoredRows: 0,
		rowsWithoutKey: 0,
		perOrder: [],
		filledLines: 0,
	};
	for (const step of steps) {
		yield;
		({ table, counts } = step(table, counts));
	}
	const columns = table.columns.map(({ name, type, storage }) => ({
		summary: { name, type, nulls: 0, distinct: null, min: null, max: null },
		storage,
	}));
	return { mapping: table.mapping, columns, source: new ShapedReader(table), counts };
}

type Step = (table: ShapedTable, counts: ShapeCounts) => { table: ShapedTable; counts: ShapeCounts };

function stepsFor({ role, fields, events, perOrder = [], items = [], keyForm = [] }: TableMapping): Step[] {
	const steps: Step[] = [];
	const add = (isNeeded: boolean, step: Step) => {
		if (isNeeded) {
			steps.push(step);
		}
	};
	add(keyForm.length > 0, (table, counts) => {
		const key = columnOfField(table, 'customer_id')?.read();
		return { table: key ? withMadeColumn(table, 'customer_id', normaliseKeys(key, keyForm)) : table, counts };
	});
	if (role === 'recipients') {
		add(events !== undefined && fields['event'] !== undefined, foldMessages);
		add(
			events === undefined && fields['bounced'] !== undefined && fields['delivered'] === undefined,
			(table, counts) => ({ table: withDelivered(table), counts }),
		);
	}
	if (role === 'orders') {
		const hasItems = items.length > 0;
		const hasPrice = fields['unit_price'] !== undefined || items.some((item) => item['unit_price'] !== undefined);
		const hasRevenue = fields['revenue'] !== undefined || items.some((item) => item['revenue'] !== undefined);
		add(perOrder.length > 0 && fields['order_id'] !== undefined, onceByOrder);
		add(hasItems, unfoldItems);
		add(hasPrice && !hasRevenue, (table, counts) => ({ table: withRevenue(table), counts }));
	}
	return steps;
}
