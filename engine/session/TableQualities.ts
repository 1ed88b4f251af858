import { counted } from '#shared/base/counted.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { RowFilter } from '#shared/model/rowFilter.ts';
import { tableQuality, type TableQuality } from '#shared/model/tableQuality.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Job } from '../job.ts';
import { profileTable, QUALITY_VERSION } from '../quality/profileTable.ts';
import { rowsMatching } from '../quality/rowsMatching.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { Memo } from './Memo.ts';
import { qualityInputOf } from './qualityInputOf.ts';

/** Answers to row filters that are kept for scrolling. */
const KEPT_FILTERS = 4;
/** More than this of one table would bury what other tables have. */
const MAX_PROBLEMS = 60;

/**
 * The data quality of the tables, computed once per table and mapping and kept in the project file, so that its findings are
 * there when the project is opened again. A table never changes: a new version of it has a new id.
 */
export class TableQualities {
	private readonly store: ProjectStore;
	private readonly known = new Map<string, TableQuality | null>();
	private readonly running = new Memo<TableQuality>(KEPT_FILTERS);
	private readonly filtered = new Memo<Int32Array>(KEPT_FILTERS);

	constructor(store: ProjectStore) {
		this.store = store;
	}

	/** Null where it has not been computed yet. */
	find(table: StoredTable): TableQuality | null {
		const key = keyOf(table);
		const known = this.known.get(key);
		if (known !== undefined) {
			return known;
		}
		const kept = this.read(table, key);
		this.known.set(key, kept);
		return kept;
	}

	async get(table: StoredTable, job: Job): Promise<TableQuality> {
		const known = this.find(table);
		if (known !== null) {
			return known;
		}
		const key = keyOf(table);
		const found = await joined(job, () =>
			this.running.get(key, () =>
				profileTable(qualityInputOf(table, this.store.tables.chunks(table.id), Date.now()), job),
			),
		);
		this.known.set(key, found);
		if (!this.store.isReadOnly) {
			this.store.writeMeta(metaKey(table), JSON.stringify({ key, quality: found }));
		}
		return found;
	}

	/** Rows that a filter asks for, ascending. */
	rows(table: StoredTable, filter: RowFilter, job: Job): Promise<Int32Array> {
		return joined(job, () =>
			this.filtered.get(`${keyOf(table)} ${JSON.stringify(filter)}`, () =>
				rowsMatching(qualityInputOf(table, this.store.tables.chunks(table.id), Date.now()), filter, job),
			),
		);
	}

	/** The findings of the tables whose quality is known, as problems; of a very wide table the first ones, with a word on the rest. */
	problems(tables: readonly StoredTable[]): Problem[] {
		return tables.flatMap((table) => {
			const findings = this.find(table)?.findings ?? [];
			const listed = findings.slice(0, MAX_PROBLEMS).map(({ severity, code, message, column }): Problem => ({
				severity,
				code,
				message,
				source: { kind: 'table', tableId: table.id, ...(column === null ? {} : { column }) },
			}));
			const left = findings.length - listed.length;
			return left === 0 ? listed : [...listed, further(table, left)];
		});
	}

	private read(table: StoredTable, key: string): TableQuality | null {
		const text = this.store.meta(metaKey(table));
		const kept: unknown = text === null ? null : parsed(text);
		const isSame = typeof kept === 'object' && kept !== null && 'key' in kept && kept.key === key && 'quality' in kept;
		const quality = isSame ? tableQuality.safeParse(kept.quality) : null;
		return quality?.success && quality.data.version === QUALITY_VERSION ? quality.data : null;
	}
}

function further({ id, name }: StoredTable, count: number): Problem {
	return {
		severity: 'info',
		code: 'quality.further',
		message: `${counted(count, 'further finding')} in ${name}: the data quality of the table lists them by column.`,
		source: { kind: 'table', tableId: id },
	};
}

/** Waits for work that another caller may have begun; where that one gave up, begins anew. */
async function joined<T>(job: Job, work: () => Promise<T>): Promise<T> {
	for (;;) {
		try {
			return await work();
		} catch (error) {
			const isForeignCancel = error instanceof EngineError && error.code === 'cancelled' && !job.signal.aborted;
			if (!isForeignCancel) {
				throw error;
			}
		}
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function metaKey({ id }: StoredTable): string {
	return `quality.${id}`;
}

function byName([left]: readonly [string, string], [right]: readonly [string, string]): number {
	return left < right ? -1 : 1;
}

/** What the findings depend on: the data, and which column plays which part. */
function keyOf({ id, mapping, importedAt }: StoredTable): string {
	return JSON.stringify([id, importedAt, mapping.role, Object.entries(mapping.fields).sort(byName)]);
}
