import { randomUUID } from 'node:crypto';
import { counted } from '#shared/base/counted.ts';
import { originOf, type ImportPlan } from '#shared/model/importPlan.ts';
import type { QuarantinedRow } from '#shared/model/table.ts';
import type { ReimportMode, TableDiff } from '#shared/model/tableDiff.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { ChunkReader } from '../columns/ChunkReader.ts';
import type { ImportedTable } from '../import/ImportedTable.ts';
import type { TablePart } from '../import/revise/TablePart.ts';
import { runImport } from '../import/runImport.ts';
import { throwIfCancelled, type Job } from '../job.ts';
import { areUniqueKeys, diffTables, type DiffSide, type KeyedDiff } from '../quality/diffTables.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { StagedTable } from '../store/StagedTable.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { carriedMapping } from './carriedMapping.ts';
import { checkMapping } from './checkMapping.ts';
import { importPhase } from './importTable.ts';
import { quarantineBatches } from './quarantineBatches.ts';
import { requireKeptParts } from './requireKeptParts.ts';
import { partOfTable, reviseTable } from './reviseTable.ts';

interface Pending {
	readonly token: string;
	readonly tableId: number;
	readonly staged: StagedTable;
	readonly imported: ImportedTable;
	readonly plan: ImportPlan;
	readonly diff: KeyedDiff;
}

/**
 * A newer export of a table: read into staging and compared first, then put into use or forgotten. One comparison is kept at a
 * time; the next one, an application or closing the project forgets it, and so does a killed process when the file is opened again.
 */
export class Reimport {
	private readonly store: ProjectStore;
	private pending: Pending | null = null;

	constructor(store: ProjectStore) {
		this.store = store;
	}

	/** `keys` are column names; null takes what names a row by the role of the table. Changes nothing that anybody sees. */
	async compare(table: StoredTable, asked: ImportPlan, keys: readonly string[] | null, job: Job): Promise<TableDiff> {
		this.forget();
		const before = table.columns.map(({ summary }) => summary.name);
		const plan = { ...asked, tableName: table.name, mapping: carriedMapping(table.mapping, before, asked.columns) };
		checkMapping(plan.mapping, plan.columns, `The newer export of ${table.name}`);
		const staged = this.store.tables.stage(plan, originOf(plan));
		try {
			const imported = await runImport(plan, staged, {
				signal: job.signal,
				onProgress: ({ phase, done, total }) => {
					job.tick(done, total, importPhase(phase, 'the newer export')).catch(() => undefined);
				},
			});
			throwIfCancelled(job.signal);
			staged.flush();
			const sides = [sideOf(this.store.tables.chunks(table.id), table), sideOf(staged, imported)] as const;
			const common = before.filter((name) => imported.columns.some(({ summary }) => summary.name === name));
			const chosen = keys ?? (await defaultKeys(plan.mapping, common, sides, job));
			requireKeys(chosen, common);
			const diff = await diffTables(...sides, chosen, job);
			this.pending = { token: randomUUID(), tableId: table.id, staged, imported, plan, diff };
			const { knownBefore: _before, knownAfter: _after, ...figures } = diff;
			return {
				token: this.pending.token,
				tableId: table.id,
				file: plan.path,
				rowsQuarantined: imported.rowsQuarantined,
				problems: [...imported.problems],
				...figures,
			};
		} catch (error) {
			this.store.tables.drop(staged);
			throw error;
		}
	}

	/**
	 * Throws `conflict` when the comparison is not there any more, or the table has changed since, `data` for rows that cannot be
	 * added; see requireKeptParts.
	 */
	async apply(table: StoredTable, token: string, mode: ReimportMode, job: Job): Promise<StoredTable> {
		const { pending } = this;
		if (pending?.token !== token || pending.tableId !== table.id) {
			throw new EngineError(
				'conflict',
				'The comparison is not up to date any more. Compare the newer export with the table again.',
			);
		}
		const { staged, imported, plan, diff } = pending;
		if (mode === 'replace') {
			const label = `Replace ${table.name} by a newer export`;
			const next = this.store.tables.promote(staged, imported, plan.mapping, table, label);
			this.pending = null;
			return next;
		}
		requireKeptParts(table, imported);
		const isUpdate = mode === 'add-and-update';
		const newer: TablePart = {
			reader: staged,
			columns: imported.columns.map(({ summary, storage }, position) => ({ name: summary.name, position, storage })),
			dropped: isUpdate ? new Int32Array(0) : diff.knownAfter,
		};
		const names = [...new Set([...table.columns, ...imported.columns].map(({ summary }) => summary.name))];
		const next = await reviseTable(
			this.store,
			table,
			{
				parts: [partOfTable(this.store, table, isUpdate ? diff.knownBefore : new Int32Array(0)), newer],
				names,
				quarantine: this.quarantines(table, pending),
				mapping: mergedMapping(table, plan.mapping),
				file: plan.path,
				origin: originOf(plan),
				label: `Add ${counted(diff.rowsAdded, 'row')}${isUpdate ? ` to ${table.name} and update ${diff.changed.toLocaleString('en')}` : ` to ${table.name}`}`,
				phase: `Adding to ${table.name}`,
			},
			job,
		);
		this.forget();
		return next;
	}

	/** Drops what a comparison has staged. */
	forget(): void {
		if (this.pending) {
			const { staged } = this.pending;
			this.pending = null;
			this.store.tables.drop(staged);
		}
	}

	private *quarantines(table: StoredTable, { staged, imported }: Pending): Generator<QuarantinedRow[]> {
		yield* quarantineBatches(this.store, table.id, table.rowsQuarantined);
		yield* quarantineBatches(this.store, staged.tableId, imported.rowsQuarantined);
	}
}

function sideOf(
	reader: ChunkReader,
	{ rowsLoaded, columns }: Pick<StoredTable, 'rowsLoaded'> & Pick<ImportedTable, 'columns'>,
): DiffSide {
	return {
		rows: rowsLoaded,
		columns: columns.map(({ summary: { name, type }, storage }, position) => ({
			name,
			type,
			reader,
			position,
			storage,
		})),
	};
}

/** Columns of the table that the export lacks keep their part, new ones come after. */
function mergedMapping(table: StoredTable, newer: TableMapping): TableMapping {
	const { mapping } = table;
	const added = newer.attributes.filter((name) => !mapping.attributes.includes(name));
	return { ...mapping, attributes: [...mapping.attributes, ...added] };
}

/**
 * What names a row: the order of orders (its lines belong together), the customer of customers; elsewhere the first that is unique
 * of customer, customer and campaign, customer and day, all three, and else every column.
 */
async function defaultKeys(
	{ role, fields }: TableMapping,
	common: readonly string[],
	sides: readonly [DiffSide, DiffSide],
	job: Job,
): Promise<string[]> {
	const named = (...ids: string[]) => {
		const names = ids.map((id) => fields[id]);
		return names.every((name): name is string => name !== undefined && common.includes(name)) ? names : null;
	};
	const own = role === 'customers' ? named('customer_id') : named('order_id');
	if (own) {
		return own;
	}
	const candidates = [
		named('customer_id'),
		named('customer_id', 'campaign'),
		named('customer_id', 'date'),
		named('customer_id', 'campaign', 'date'),
	];
	for (const keys of candidates) {
		if (keys && (await areUniqueKeys(sides[0], keys, job)) && (await areUniqueKeys(sides[1], keys, job))) {
			return keys;
		}
	}
	return [...common];
}

function requireKeys(keys: readonly string[], common: readonly string[]): void {
	const missing = keys.find((name) => !common.includes(name));
	if (keys.length === 0 || missing !== undefined) {
		throw new EngineError(
			'data',
			missing === undefined
				? 'The table and the export have no column in common, so their rows cannot be compared.'
				: `The column "${missing}" is not in both the table and the export, so rows cannot be told apart by it. Choose other columns.`,
		);
	}
}
