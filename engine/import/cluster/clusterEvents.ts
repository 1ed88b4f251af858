import type { TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { ImportedColumn } from '../ImportedTable.ts';
import type { ClusterSink } from '../TableSink.ts';
import { bytesOf, writeBytes, writeColumn } from './clusterColumn.ts';
import type { ClusterMeta } from './clusterMeta.ts';
import { isConstantPerCustomer, lastValues } from './customerColumns.ts';
import { reshapeRows } from '../reshape/reshapeRows.ts';
import { numberCustomers, placesOf } from './CustomerRows.ts';
import { areOrdersRising, firstLinesOfClustered, firstLinesOfSorted } from './firstLines.ts';
import { RowScatter } from './RowScatter.ts';
import { ScatterThread } from './ScatterThread.ts';

/** For fewer rows a second thread takes longer to start than it saves. */
const THREAD_ROWS = 500_000;

export interface ClusterInput {
	readonly mapping: TableMapping;
	readonly columns: readonly ImportedColumn[];
	readonly source: ChunkReader;
	readonly sink: ClusterSink;
}

export interface ClusterStep {
	readonly done: number;
	readonly total: number;
}

/**
 * Writes copies of the mapped columns of an event table, sorted by customer and within a customer in file order (counting
 * sort), so that everything per customer is one sequential scan. Advance it to the end; it pauses after each column so that the
 * caller can report progress, or stop.
 *
 * Throws an EngineError when the mapped customer column cannot hold keys. See loadEventTable.ts for the way back.
 */
export function* clusterEvents(input: ClusterInput): Generator<ClusterStep, void> {
	const rows = input.source.chunkRows().reduce((sum, count) => sum + count, 0);
	const thread = rows >= THREAD_ROWS ? new ScatterThread() : null;
	try {
		yield* cluster(input, thread);
	} finally {
		thread?.close();
	}
}

function* cluster(input: ClusterInput, thread: ScatterThread | null): Generator<ClusterStep, void> {
	const { sink } = input;
	const { role } = input.mapping;
	if (role === 'customers') {
		throw new Error('Customers are not events');
	}
	const shaping = reshapeRows(input);
	let step = shaping.next();
	for (; step.done !== true; step = shaping.next()) {
		yield { done: 0, total: 1 };
	}
	const { mapping, columns, source, counts } = step.value;
	const keyColumn = columnOf(columns, mapping.fields['customer_id'] ?? null);
	if (keyColumn === null) {
		throw new EngineError('data', 'No column is mapped to the customer. Choose the column that names the customer.');
	}
	const { summary, storage } = columns[keyColumn]!;
	if (summary.type !== 'integer' && summary.type !== 'text') {
		throw new EngineError(
			'data',
			`Column "${summary.name}" holds ${summary.type} values and cannot name customers. Choose a column of whole numbers or text.`,
		);
	}
	const orderColumn = columnOf(columns, mapping.fields['order_id'] ?? null);
	const fields = roleFacts(role)
		.fields.filter(({ isMeasured }) => isMeasured)
		.map(({ id }) => ({ id, column: columnOf(columns, mapping.fields[id] ?? null) }))
		.filter(({ id, column }) => id !== 'customer_id' && id !== 'order_id' && column !== null);
	const rows = numberCustomers(source, keyColumn, storage);
	const { groupOf, customers, offsets } = rows;
	const length = offsets[customers]!;
	const constant = constantColumns();
	const attributes = [...new Set([...mapping.attributes, ...constant])].map((header) => ({
		header,
		column: columnOf(columns, header),
	}));
	const total = fields.length + attributes.length + 2;
	let done = 0;
	const meta: ClusterMeta = {
		format: 1,
		role,
		length,
		rowsWithoutKey: groupOf.length - length + (counts?.rowsWithoutKey ?? 0),
		customers,
		keys: writeColumn(sink, 'keys', rows.keys),
		fields: {},
		attributes: {},
		hasFirstLines: false,
		constantColumns: constant,
		counts,
	};
	writeBytes(sink, 'offsets', bytesOf(offsets));
	yield { done: ++done, total };

	for (const { header, column } of attributes) {
		if (column !== null) {
			const values = lastValues(source, column, columns[column]!.storage, rows);
			meta.attributes[header] = writeColumn(sink, `attribute:${header}`, values);
		}
		yield { done: ++done, total };
	}

	const orders = orderColumn === null ? null : { column: orderColumn, storage: columns[orderColumn]!.storage };
	const hasLines = orders !== null && !areOrdersRising(source, orders.column, orders.storage);
	const sortedLines = hasLines ? firstLinesOfSorted(source, orders.column, orders.storage, groupOf) : null;
	const places = placesOf(rows);
	const scatter = new RowScatter(source, places, length, thread);
	if (hasLines) {
		const flags = sortedLines ?? firstLinesOfClustered(scattered(orders.column), offsets);
		meta.hasFirstLines = flags.includes(0);
		if (meta.hasFirstLines) {
			writeBytes(sink, 'first-lines', sortedLines ? scatterFlags(sortedLines, places, length) : flags);
		}
	}
	yield { done: ++done, total };

	for (const [index, { id, column }] of fields.entries()) {
		const values = scattered(column!);
		const next = fields[index + 1];
		if (next) {
			scatter.expect(next.column!, columns[next.column!]!.storage);
		}
		meta.fields[id] = writeColumn(sink, `field:${id}`, values);
		yield { done: ++done, total };
	}
	writeBytes(sink, 'meta', new TextEncoder().encode(JSON.stringify(meta)));

	function scattered(column: number) {
		return scatter.column(column, columns[column]!.storage);
	}

	function constantColumns(): string[] {
		const mapped = new Set(
			[mapping, input.mapping].flatMap(({ fields: parts, items = [] }) =>
				[parts, ...items].flatMap(Object.values<string>),
			),
		);
		return columns.flatMap((column, index) =>
			!mapped.has(column.summary.name) && isConstantPerCustomer(source, index, column.storage, rows)
				? [column.summary.name]
				: [],
		);
	}
}

function columnOf(columns: readonly ImportedColumn[], header: string | null): number | null {
	const index = columns.findIndex(({ summary }) => summary.name === header);
	return index < 0 ? null : index;
}

function scatterFlags(flags: Uint8Array, places: Int32Array, length: number): Uint8Array {
	const scattered = new Uint8Array(length);
	for (let row = 0; row < flags.length; row++) {
		const place = places[row]!;
		if (place >= 0) {
			scattered[place] = flags[row]!;
		}
	}
	return scattered;
}

/** The same in one go, for use inside a transaction. */
export function clusterEventsNow(input: ClusterInput): void {
	const steps = clusterEvents(input);
	while (steps.next().done !== true) {
		// Every step does its work before it yields.
	}
}
