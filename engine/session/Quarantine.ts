import { counted } from '#shared/base/counted.ts';
import type { Cell } from '#shared/model/columnType.ts';
import type { FixPreview, QuarantineEntry, QuarantineFix, QuarantineGroup } from '#shared/model/quarantineFix.ts';
import type { QuarantinedRow } from '#shared/model/table.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { KeyTable } from '../columns/KeyTable.ts';
import { readColumn } from '../columns/readRows.ts';
import { columnOf, partOfCells } from '../import/revise/CellChunks.ts';
import { columnFormatOf, plainFormat } from '../import/revise/columnFormatOf.ts';
import { repairRow, type RepairColumn, type RepairedRow } from '../import/revise/repairRows.ts';
import { MAX_QUARANTINE_BYTES } from '../import/scan/MorselReader.ts';
import type { Job } from '../job.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { Memo } from './Memo.ts';
import { quarantineBatches } from './quarantineBatches.ts';
import { EXCLUDED, quarantineGroups, type QuarantineIndex } from './quarantineGroups.ts';
import { partOfTable, reviseTable } from './reviseTable.ts';

const SAMPLES = 100;

interface Repaired {
	readonly position: number;
	readonly row: QuarantinedRow;
	readonly outcome: RepairedRow;
	/** As it was typed anew; null where the text of the file stands. */
	readonly text: string | null;
}

/** The rows of tables that could not be loaded: looking through them, and loading those that have been mended. */
export class Quarantine {
	private readonly store: ProjectStore;
	private readonly indexes = new Memo<QuarantineIndex>(2);
	private readonly searches = new Memo<Int32Array>(2);

	constructor(store: ProjectStore) {
		this.store = store;
	}

	async groups(table: StoredTable, job: Job): Promise<readonly QuarantineGroup[]> {
		return (await this.index(table, job)).groups;
	}

	/** Rows of one group, or of all where `group` is null, whose text or reason holds what is searched for. */
	async rows(
		table: StoredTable,
		{ group, search, from, count }: { group: number | null; search: string; from: number; count: number },
		job: Job,
	): Promise<{ rows: QuarantineEntry[]; total: number }> {
		const found = await this.positions(table, group, search, job);
		const positions = [...found.subarray(from, from + count)];
		const rows = this.store.tables.quarantineAt(table.id, positions);
		return {
			rows: rows.map((row, index) => ({ position: positions[index]!, ...row })),
			total: found.length,
		};
	}

	async preview(table: StoredTable, fix: QuarantineFix, job: Job): Promise<FixPreview> {
		const repaired = await this.repair(table, fix, job);
		return {
			rows: repaired.length,
			loads: repaired.filter(({ outcome }) => outcome.cells !== null).length,
			samples: repaired.slice(0, SAMPLES).map(({ position, row, outcome }) => ({
				position,
				line: row.line,
				cells: outcome.cells === null ? null : [...outcome.cells],
				reason: outcome.reason,
			})),
		};
	}

	/** Loads the rows that the fix makes readable; the others stay, with the reason that is left. Undoable. */
	async load(table: StoredTable, fix: QuarantineFix, job: Job): Promise<StoredTable> {
		const repaired = await this.repair(table, fix, job);
		const cells = repaired.flatMap(({ outcome }): readonly (readonly Cell[])[] =>
			outcome.cells === null ? [] : [outcome.cells],
		);
		if (cells.length === 0) {
			throw new EngineError('data', 'With this fix no row can be loaded. The reasons stand beside the rows.');
		}
		const changed = new Map(repaired.map((entry) => [entry.position, entry]));
		const columns = table.columns.map(({ summary, storage }) => ({ name: summary.name, storage }));
		return reviseTable(
			this.store,
			table,
			{
				parts: [partOfTable(this.store, table, new Int32Array(0)), partOfCells(cells, columns)],
				names: columns.map(({ name }) => name),
				quarantine: this.left(table, changed),
				file: table.file,
				origin: table.origin,
				label: `Load ${counted(cells.length, 'repaired row')} into ${table.name}`,
				phase: `Loading repaired rows into ${table.name}`,
			},
			job,
		);
	}

	/** Every row of the quarantine in batches, for an export. */
	all(table: StoredTable): Generator<QuarantinedRow[]> {
		return quarantineBatches(this.store, table.id, table.rowsQuarantined);
	}

	private *left(table: StoredTable, changed: ReadonlyMap<number, Repaired>): Generator<QuarantinedRow[]> {
		let position = 0;
		for (const batch of this.all(table)) {
			yield batch.flatMap((row): QuarantinedRow[] => {
				const entry = changed.get(position++);
				if (!entry) {
					return [row];
				}
				const { outcome, text } = entry;
				return outcome.cells === null ? [{ ...row, reason: outcome.reason, text: text ?? row.text }] : [];
			});
		}
	}

	private index(table: StoredTable, job: Job): Promise<QuarantineIndex> {
		return this.indexes.get(String(table.id), () => quarantineGroups(this.store, table, job));
	}

	private positions(table: StoredTable, group: number | null, search: string, job: Job): Promise<Int32Array> {
		return this.searches.get(JSON.stringify([table.id, group, search]), async () => {
			const { groupOf } = await this.index(table, job);
			const wanted = search.trim().toLowerCase();
			const found: number[] = [];
			let position = 0;
			for (const batch of this.all(table)) {
				for (const { text, reason, line } of batch) {
					const isIn = group === null || groupOf[position] === group;
					if (isIn && (wanted === '' || `${line} ${text} ${reason}`.toLowerCase().includes(wanted))) {
						found.push(position);
					}
					position++;
				}
				await job.tick(position, table.rowsQuarantined, 'Searching the quarantine');
			}
			return Int32Array.from(found);
		});
	}

	/** Reads every row again that the fix is about, in the order of the quarantine. */
	private async repair(table: StoredTable, fix: QuarantineFix, job: Job): Promise<Repaired[]> {
		const { groups, groupOf } = await this.index(table, job);
		const edits = new Map(fix.edits.map(({ position, text }) => [position, text]));
		const ruled = new Set(fix.rules.map(({ group }) => group));
		const fits = fix.rules.some(({ action }) => action.kind === 'fit-columns');
		const asInFile = table.columns.map(({ summary: { name }, storage }): RepairColumn => {
			const rules = fix.rules.filter(({ group }) => groups[group]?.column === name);
			return { name, format: columnFormatOf({ storage }), actions: rules.map(({ action }) => action) };
		});
		const asShown = asInFile.map((column, index) => ({
			...column,
			format: plainFormat(table.columns[index]!.storage),
		}));
		const repaired: Repaired[] = [];
		let position = 0;
		for (const batch of this.all(table)) {
			for (const row of batch) {
				const text = edits.get(position) ?? null;
				if (text !== null || ruled.has(groupOf[position]!)) {
					const columns = row.reason.startsWith(EXCLUDED) ? asShown : asInFile;
					const isCut = text === null && Buffer.byteLength(row.text) >= MAX_QUARANTINE_BYTES;
					const outcome: RepairedRow = isCut
						? {
								cells: null,
								reason: 'The text of the row was too long to be kept whole. Type it anew, or correct the file.',
							}
						: repairRow(text ?? row.text, table.dialect.delimiter, columns, fits);
					repaired.push({ position, row, outcome, text });
				}
				position++;
			}
			await job.tick(position, table.rowsQuarantined, 'Reading the rows again');
		}
		return this.checkKeys(table, repaired);
	}

	/** What the import checks besides: every row names its customer, and a customers table names each once. */
	private checkKeys(table: StoredTable, repaired: readonly Repaired[]): Repaired[] {
		const name = table.mapping.fields['customer_id'];
		const position = table.columns.findIndex(({ summary }) => summary.name === name);
		const column = table.columns[position];
		if (!column) {
			return [...repaired];
		}
		const known = new KeyTable();
		if (table.mapping.role === 'customers') {
			const keys = readColumn(this.store.tables.chunks(table.id), position, column.storage);
			known.addColumn(keys, new Int32Array(keys.length), 0);
		}
		return repaired.map((entry): Repaired => {
			const { cells } = entry.outcome;
			if (cells === null) {
				return entry;
			}
			if (cells[position] === null) {
				return { ...entry, outcome: { cells: null, reason: `The customer key in column "${name ?? ''}" is empty.` } };
			}
			if (table.mapping.role === 'customers') {
				const before = known.count;
				known.addColumn(columnOf([cells[position] ?? null], column.storage), new Int32Array(1), 0);
				if (known.count === before) {
					return { ...entry, outcome: { cells: null, reason: 'The customer is a duplicate of another row.' } };
				}
			}
			return entry;
		});
	}
}
