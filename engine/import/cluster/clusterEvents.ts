import type { TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import type { ImportedColumn } from '../ImportedTable.ts';
import { reshapeRows, type ShapedEvents } from '../reshape/reshapeRows.ts';
import type { ClusterSink } from '../TableSink.ts';
import { BlobQueue } from './BlobQueue.ts';
import { describeStored, widthOf, writeColumn } from './clusterColumn.ts';
import type { ClusterMeta } from './clusterMeta.ts';
import { ColumnSorter } from './ColumnSorter.ts';
import { ConstantColumns, lastRowPlaces } from './customerColumns.ts';
import type { CustomerRows } from './CustomerRows.ts';
import type { EventWatch } from './EventWatch.ts';
import { firstLinesByPlace, firstLinesOfSorted } from './firstLines.ts';
import { numberCustomers } from './numberCustomers.ts';
import { readChunks } from './numberChunks.ts';
import { RisingOrders } from './RisingOrders.ts';
import { RowOrder } from './RowOrder.ts';
import { scatterColumn } from './scatterColumn.ts';
import { SortCrew } from './SortCrew.ts';
import { SortMemory } from './SortMemory.ts';

/** For fewer rows a second thread takes longer to start than it saves. */
const THREAD_ROWS = 500_000;
/** Of a column, sorted: two such ranges are in memory. A column of more is read and looked through once for each of its ranges. */
const RANGE_BYTES = 96 * 2 ** 20;

export interface ClusterInput {
	readonly mapping: TableMapping;
	readonly columns: readonly ImportedColumn[];
	readonly source: ChunkReader;
	readonly sink: ClusterSink;
	/** What has seen all chunks of the source, where something has. */
	readonly watch?: EventWatch | null;
	/** Tests make these small. */
	readonly threadRows?: number;
	readonly rangeBytes?: number;
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
	const shaping = reshapeRows(input);
	let step = shaping.next();
	for (; step.done !== true; step = shaping.next()) {
		yield { done: 0, total: 1 };
	}
	const rows = step.value.source.chunkRows().reduce((sum, count) => sum + count, 0);
	// What was seen are the rows of the file.
	const seen = step.value.counts === null ? (input.watch ?? null) : null;
	const withThread = rows >= (input.threadRows ?? THREAD_ROWS);
	const crew = new SortCrew(seen?.memory ?? new SortMemory(), withThread);
	try {
		yield* cluster(input, step.value, seen, crew);
	} finally {
		crew.close();
	}
}

function* cluster(
	{ mapping: original, sink, rangeBytes = RANGE_BYTES }: ClusterInput,
	{ mapping, columns, source, counts }: ShapedEvents,
	seen: EventWatch | null,
	crew: SortCrew,
): Generator<ClusterStep, void> {
	const { role } = mapping;
	if (role === 'customers') {
		throw new Error('Customers are not events');
	}
	const position = (header: string | undefined) => columns.findIndex(({ summary }) => summary.name === header);
	const storageOf = (column: number) => columns[column]!.storage;
	const keyColumn = keyColumnOf(columns, position(mapping.fields['customer_id']));
	const orderColumn = position(mapping.fields['order_id']);
	const fields = roleFacts(role)
		.fields.filter(({ id, isMeasured }) => isMeasured && id !== 'customer_id' && id !== 'order_id')
		.map(({ id }) => ({ id, column: position(mapping.fields[id]) }))
		.filter(({ column }) => column >= 0);
	const rows = numberCustomers(source, keyColumn, storageOf(keyColumn), seen?.keys ?? null, crew);
	const { groupOf, customers, offsets } = rows;
	const rowCount = groupOf.reduce((sum, part) => sum + part.length, 0);
	const length = offsets[customers]!;
	const constantColumns = constantsOf(columns, headersOf(mapping, original), source, rows);
	const attributes = new Set([...mapping.attributes, ...constantColumns]);
	const blobs = new BlobQueue(sink);
	const total = fields.length + attributes.size + 2;
	let done = 0;
	const meta: ClusterMeta = {
		format: 2,
		role,
		length,
		rowsWithoutKey: rowCount - length + (counts?.rowsWithoutKey ?? 0),
		customers,
		keys: writeColumn(blobs, 'keys', rows.keys),
		fields: {},
		attributes: {},
		hasFirstLines: false,
		constantColumns,
		counts,
	};
	blobs.add('offsets', offsets);
	yield { done: ++done, total };

	const lastPlaces = attributes.size > 0 ? lastRowPlaces(rows) : null;
	for (const header of attributes) {
		const column = position(header);
		if (column >= 0 && lastPlaces) {
			const values = scatterColumn(source, column, storageOf(column), lastPlaces, { from: 0, length: customers });
			meta.attributes[header] = writeColumn(blobs, `attribute:${header}`, values);
			blobs.writeAll();
		}
		yield { done: ++done, total };
	}

	const hasLines =
		orderColumn >= 0 && !areOrdersRising(source, orderColumn, storageOf(orderColumn), seen?.orders ?? null);
	const sortedLines = hasLines ? firstLinesOfSorted(source, orderColumn, storageOf(orderColumn), groupOf) : null;
	const order = new RowOrder(rows, crew);
	if (hasLines) {
		const flags = firstLinesByPlace(
			source,
			orderColumn,
			storageOf(orderColumn),
			sortedLines,
			order,
			offsets,
			rangeBytes,
		);
		meta.hasFirstLines = flags.includes(0);
		if (meta.hasFirstLines) {
			blobs.add('first-lines', flags);
			blobs.writeAll();
		}
	}
	yield { done: ++done, total };

	const sorter = new ColumnSorter(source, blobs, order, rangeBytes, crew);
	const described = fields.map((field) => ({
		...field,
		facts: describeStored(source, field.column, storageOf(field.column)),
	}));
	// The widest first, so that little is left to write when nothing is left to sort.
	described.sort((left, right) => widthOf(right.facts.array) - widthOf(left.facts.array));
	for (const { id, column, facts } of described) {
		meta.fields[id] = sorter.write(`field:${id}`, column, storageOf(column), facts);
		yield { done: ++done, total };
	}
	sorter.finish();
	blobs.add('meta', new TextEncoder().encode(JSON.stringify(meta)));
	blobs.writeAll();
}

/** Checks that a column can name customers. */
function keyColumnOf(columns: readonly ImportedColumn[], column: number): number {
	const summary = columns[column]?.summary;
	if (!summary) {
		throw new EngineError('data', 'No column is mapped to the customer. Choose the column that names the customer.');
	}
	if (summary.type !== 'integer' && summary.type !== 'text') {
		throw new EngineError(
			'data',
			`Column "${summary.name}" holds ${summary.type} values and cannot name customers. Choose a column of whole numbers or text.`,
		);
	}
	return column;
}

function areOrdersRising(
	source: ChunkReader,
	column: number,
	{ kind }: ColumnStorage,
	seen: RisingOrders | null,
): boolean {
	const orders = seen ?? new RisingOrders();
	if (!seen && kind === 'number') {
		for (const chunk of readChunks(source, column)) {
			orders.add(chunk);
			if (!orders.isRising) {
				return false;
			}
		}
	}
	return kind === 'number' && orders.isRising;
}

/** Headers of all columns that are mapped to a field. */
function headersOf(...mappings: readonly TableMapping[]): ReadonlySet<string> {
	return new Set(
		mappings.flatMap(({ fields, items = [] }) => [fields, ...items].flatMap((parts) => Object.values(parts))),
	);
}

/** Headers of columns that are mapped to nothing and never change within a customer. */
function constantsOf(
	columns: readonly ImportedColumn[],
	mapped: ReadonlySet<string>,
	source: ChunkReader,
	rows: CustomerRows,
): string[] {
	const constants = new ConstantColumns(rows);
	return columns.flatMap(({ summary, storage }, column) =>
		!mapped.has(summary.name) && constants.has(source, column, storage) ? [summary.name] : [],
	);
}

/** The same in one go, for use inside a transaction. */
export function clusterEventsNow(input: ClusterInput): void {
	const steps = clusterEvents(input);
	while (steps.next().done !== true) {
		// Every step does its work before it yields.
	}
}
