import type { ImportPlan } from '#shared/model/importPlan.ts';
import { plainText } from '#shared/model/tableSource.ts';
import type { ImportedTable } from '../../../engine/import/ImportedTable.ts';
import type { ProjectStore } from '../../../engine/store/ProjectStore.ts';
import type { StagedTable } from '../../../engine/store/StagedTable.ts';
import type { StoredTable } from '../../../engine/store/StoredTable.ts';

const dialect = { delimiter: ',', quote: null, hasHeader: true, encoding: 'utf-8', hasByteOrderMark: false } as const;

export function planOf(name: string): ImportPlan {
	return {
		path: `/data/${name}.csv`,
		tableName: name,
		source: plainText,
		dialect,
		columns: [{ name: 'customer', type: 'integer' }],
		mapping: { role: 'orders', fields: { customer_id: 'customer' }, attributes: [], arms: null },
	};
}

/** Five customer ids in two chunks, one quarantined row. */
export function fill(staged: StagedTable): ImportedTable {
	const facts = { column: 0, encoding: 'u8', min: 7, max: 12, nulls: 0 } as const;
	staged.writeChunk({ ...facts, chunk: 0, rows: 3, data: Uint8Array.of(0, 1, 2) });
	staged.writeChunk({ ...facts, chunk: 1, rows: 2, data: Uint8Array.of(4, 5) });
	staged.writeQuarantine([{ line: 4, reason: 'Not a number', text: 'x' }]);
	staged.writeDictionary(0, Uint8Array.of(1, 2, 3));
	staged.writeCluster('offsets', 0, Uint8Array.of(9));
	staged.writeCluster('offsets', 1, Uint8Array.of(8));
	return {
		rowsRead: 6,
		rowsLoaded: 5,
		rowsQuarantined: 1,
		columns: [
			{
				summary: { name: 'customer', type: 'integer', nulls: 0, distinct: null, min: 7, max: 12 },
				storage: {
					type: 'integer',
					kind: 'number',
					scale: 0,
					isExact: true,
					isWide: false,
					min: 7,
					max: 12,
					hasDictionary: true,
				},
			},
		],
		dialect,
		problems: [],
	};
}

export function importFixture(store: ProjectStore, name: string, replaces: StoredTable | null = null): StoredTable {
	const plan = planOf(name);
	const staged = store.tables.stage(plan, null);
	return store.tables.promote(staged, fill(staged), plan.mapping, replaces);
}
