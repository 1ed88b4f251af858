import { expect, test } from 'vitest';
import type { ChunkReader } from '../../../../engine/columns/ChunkReader.ts';
import { cellOf } from '../../../../engine/columns/cellOf.ts';
import type { Column } from '../../../../engine/columns/Column.ts';
import type { ColumnStorage } from '../../../../engine/columns/ColumnStorage.ts';
import { encodeColumn } from '../../../../engine/columns/encodeColumn.ts';
import { gatherRows } from '../../../../engine/columns/gatherRows.ts';
import { BlobQueue } from '../../../../engine/import/cluster/BlobQueue.ts';
import { describeStored } from '../../../../engine/import/cluster/clusterColumn.ts';
import { ColumnSorter } from '../../../../engine/import/cluster/ColumnSorter.ts';
import { rowsByAppearance } from '../../../../engine/import/cluster/CustomerRows.ts';
import { readClusterColumn } from '../../../../engine/import/cluster/readClusterColumn.ts';
import { RowOrder } from '../../../../engine/import/cluster/RowOrder.ts';
import { SortCrew } from '../../../../engine/import/cluster/SortCrew.ts';
import { SortMemory } from '../../../../engine/import/cluster/SortMemory.ts';
import { seededRandom } from '../../frame/randomRows.ts';

const CHUNK_ROWS = [50_001, 7, 60_000, 59_993, 30_000];
const ROWS = CHUNK_ROWS.reduce((sum, rows) => sum + rows, 0);
const CUSTOMERS = 30_000;
const random = seededRandom(7);

/** A third of the rows belong to one customer, more than a part holds; some to none; every customer has one. */
const customerOf = Int32Array.from({ length: ROWS }, (_, row) => {
	const draw = random();
	return row < CUSTOMERS ? row : draw < 0.4 ? 17 : draw < 0.45 ? -1 : Math.floor(random() * CUSTOMERS);
});

interface Sample {
	readonly column: Column;
	readonly storage: ColumnStorage;
}

function numbers(valueOf: (row: number) => number | null, type: 'integer' | 'decimal'): Sample {
	const found = Array.from({ length: ROWS }, (_, row) => valueOf(row));
	const known = found.filter((value) => value !== null);
	const [min, max] = [Math.min(...known.slice(0, 1000)), Math.max(...known.slice(0, 1000))];
	const nulls = new Uint32Array((ROWS + 31) >>> 5);
	found.forEach((value, row) => value === null && (nulls[row >>> 5]! |= 1 << (row & 31)));
	const isExact = type === 'integer';
	const filled = found.map((value) => value ?? 0);
	const values = isExact ? Int32Array.from(filled) : Float64Array.from(filled);
	const column = { kind: 'number', type, length: ROWS, values, scale: 0, isExact, nulls } as const;
	const storage = {
		type,
		kind: 'number',
		scale: 0,
		isExact,
		isWide: !isExact,
		min,
		max,
		hasDictionary: false,
	} as const;
	return { column, storage };
}

// The first thousand rows of each hold the smallest and the largest value.
const samples = {
	bytes: numbers((row) => -100 + (row % 200), 'integer'),
	shorts: numbers((row) => (row % 5 === 4 ? null : 70_000 + (row % 1000) * 60), 'integer'),
	wholes: numbers((row) => (row % 1000 === 0 ? -2_000_000_000 : row), 'integer'),
	reals: numbers((row) => (row % 97 === 5 ? null : Math.sin(row)), 'decimal'),
};

function sourceOf(columns: readonly Sample[]): ChunkReader {
	const starts = CHUNK_ROWS.map((_, chunk) => CHUNK_ROWS.slice(0, chunk).reduce((sum, rows) => sum + rows, 0));
	const chunks = columns.map(({ column }, index) =>
		CHUNK_ROWS.map((rows, chunk) => {
			const of = Int32Array.from({ length: rows }, (_, row) => starts[chunk]! + row);
			return { ...encodeColumn(gatherRows(column, of)), column: index, chunk };
		}),
	);
	return {
		chunkRows: () => CHUNK_ROWS,
		readChunk: (column, chunk) => chunks[column]![chunk]!,
		readDictionary: () => null,
	};
}

const sortedRows = Array.from({ length: ROWS }, (_, row) => row)
	.filter((row) => customerOf[row]! >= 0)
	.sort((a, b) => customerOf[a]! - customerOf[b]! || a - b);

test.each([
	['here, in one go', false, 2 ** 30],
	['by a thread, in one go', true, 2 ** 30],
	['by a thread, in ranges smaller than a part', true, 50_000],
])('columns of all widths, with nulls and a very large customer, are sorted %s', async (_, withThread, rangeBytes) => {
	const memory = new SortMemory();
	const crew = new SortCrew(memory, withThread);
	try {
		let from = 0;
		const groupOf = CHUNK_ROWS.map((rows) => {
			const part = memory.int32(rows);
			part.set(customerOf.subarray(from, (from += rows)));
			return part;
		});
		const keys = gatherRows(
			samples.wholes.column,
			Int32Array.from({ length: CUSTOMERS }, (_row, customer) => customer),
		);
		const order = new RowOrder(rowsByAppearance(groupOf, keys), crew);
		const source = sourceOf(Object.values(samples));
		const blobs = new Map<string, Uint8Array[]>();
		const queue = new BlobQueue({
			writeCluster: (name, part, bytes) => {
				expect(blobs.get(name)?.length ?? 0).toBe(part);
				blobs.set(name, [...(blobs.get(name) ?? []), bytes.slice()]);
			},
		});
		const sorter = new ColumnSorter(source, queue, order, rangeBytes, crew);
		const written = Object.entries(samples).map(([name, { storage }], index) => {
			return [name, sorter.write(name, index, storage, describeStored(source, index, storage))] as const;
		});
		sorter.finish();
		const reader = { readCluster: (name: string) => blobs.get(name) ?? [] };
		for (const [name, facts] of written) {
			const { column } = samples[name as keyof typeof samples];
			const sorted = readClusterColumn(reader, name, facts);
			const found = sortedRows.map((_row, place) => cellOf(sorted, place));
			expect(found).toEqual(sortedRows.map((row) => cellOf(column, row)));
		}
		const places = CHUNK_ROWS.flatMap((_rows, chunk) => [...order.placesOf(chunk)]);
		expect(places.flatMap((place, row) => (place >= 0 ? [[place, row] as const] : [])).length).toBe(sortedRows.length);
		expect(sortedRows.every((row, place) => places[row] === place)).toBe(true);
	} finally {
		crew.close();
	}
});
