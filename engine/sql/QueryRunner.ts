import { randomUUID } from 'node:crypto';
import { statfsSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { SqlColumn, SqlRefusal, SqlTable } from '#shared/model/sqlConsole.ts';
import { doubledQuotes } from '#shared/sql/doubledQuotes.ts';
import { isSqliteError, QueryDatabase, type QueryValue } from '../store/QueryDatabase.ts';
import { type EngineColumns, ChunkFailure } from './EngineColumns.ts';
import { GUARD, guardLoops } from './guardLoops.ts';
import { locateError } from './locateError.ts';
import { type QueryPlan, QueryPlanner, sentenceOf } from './planQuery.ts';
import type { RunRequest, SqlCell } from './sqlMessages.ts';
import { affinityOf } from './tableDefinition.ts';
import { tableRows, TooFewHits } from './tableRows.ts';
import { writeImage } from './writeImage.ts';

/** Copies of columns that are kept for the next query. */
const KEPT_IMAGES = 2;
/** Rows that are read one by one before their copy is considered. */
const STREAMED_ROWS = 300_000;
/** A copy is not begun or ends where it would leave less of the disk than this. */
const DISK_RESERVE_BYTES = 256 * 2 ** 20;
const BATCH_ROWS = 1000;

export interface QueryEnd {
	readonly kind: 'done';
	readonly rows: number;
	readonly hasMore: boolean;
}

export interface QueryListener {
	columns(columns: readonly SqlColumn[]): void;
	rows(rows: readonly (readonly SqlCell[])[]): void;
	progress(done: number, total: number | null, phase: string): void;
}

interface Image {
	readonly path: string;
	readonly uses: QueryPlan['uses'];
	readonly database: QueryDatabase;
}

/**
 * Runs queries over the columns of a project, on the thread of the console. Tables are SQLite virtual tables over the column chunks
 * for queries whose rows pass through one by one. SQLite can neither index nor re-read those quickly, so for everything
 * else the columns that the query names are first written as a SQLite file into a temporary folder and the query runs on that.
 */
export class QueryRunner {
	readonly #columns: EngineColumns;
	readonly #folder: string;
	#revision: number | null = null;
	#tables: readonly SqlTable[] = [];
	#planner: QueryPlanner | null = null;
	#stream: QueryDatabase | null = null;
	#images: Image[] = [];
	/** What the virtual tables hand out; other columns are null. */
	#needed: readonly number[] = [];
	/** Rows of the run under way that were handed on. */
	#delivered = 0;

	constructor(columns: EngineColumns, folder: string) {
		this.#columns = columns;
		this.#folder = folder;
	}

	/** Throws Cancelled and ChunkFailure. */
	run(request: RunRequest, listener: QueryListener): SqlRefusal | QueryEnd {
		const planner = this.#plannerFor(request);
		const plan = planner.plan(request.text);
		if (plan.kind === 'refused') {
			return plan;
		}
		try {
			listener.columns(plan.columns);
			if (plan.way === 'stream') {
				return this.#streamed(plan, request, listener);
			}
			const database = plan.way === 'constant' ? planner.database : this.#imageFor(plan, listener);
			listener.progress(0, null, 'Running the query');
			const found = database.iterate(guarded(request.text, plan));
			return this.#deliver(found, request.limit, 0, listener);
		} catch (error) {
			this.#columns.throwIfCancelled();
			if (isSqliteError(error)) {
				const position = locateError(request.text, plan.tokens, error.message, () => null);
				return { kind: 'refused', message: runFailure(error), position };
			}
			throw error;
		}
	}

	close(): void {
		this.#planner?.close();
		this.#stream?.close();
		this.#stream = null;
		this.#dropImages(0);
	}

	#streamed(plan: QueryPlan, { text, limit }: RunRequest, listener: QueryListener): QueryEnd {
		this.#needed = [...plan.uses.values()][0] ?? [];
		this.#delivered = 0;
		const database = (this.#stream ??= this.#streamDatabase());
		listener.progress(0, null, 'Running the query');
		try {
			return this.#deliver(database.iterate(text), limit, 0, listener);
		} catch (error) {
			if (!(error instanceof TooFewHits)) {
				throw error;
			}
			// The copy holds the rows in the same order, so that what was handed on already is its beginning.
			const found = this.#imageFor(plan, listener).iterate(text);
			return this.#deliver(found, limit, this.#delivered, listener);
		}
	}

	#plannerFor({ revision, tables }: RunRequest): QueryPlanner {
		if (this.#planner === null || this.#revision !== revision) {
			this.close();
			this.#columns.clear();
			this.#revision = revision;
			this.#tables = tables;
			this.#planner = new QueryPlanner(tables);
			this.#guard(this.#planner.database);
		}
		return this.#planner;
	}

	#guard(database: QueryDatabase): void {
		database.addFunction(GUARD, () => {
			this.#columns.throwIfCancelled();
			return 1;
		});
	}

	/** Each table as a virtual table and a view on it that gives columns the same affinities as in an image. */
	#streamDatabase(): QueryDatabase {
		const database = QueryDatabase.inMemory();
		database.trustViews();
		for (const [table, { name, columns }] of this.#tables.entries()) {
			const source = `tranche_rows_${table}`;
			const names = columns.map((_, column) => `c${column}`);
			database.addTable(source, {
				columns: names,
				rows: tableRows(
					table,
					columns.length,
					this.#columns,
					() => this.#needed,
					(read) => this.#goesOn(read),
				),
			});
			const casts = columns.map(
				(column, index) => `CAST(c${index} AS ${affinityOf(column.type)}) AS ${doubledQuotes(column.name, '"')}`,
			);
			database.execute(`CREATE VIEW ${doubledQuotes(name, '"')} AS SELECT ${casts.join(', ')} FROM ${source}`);
		}
		return database;
	}

	#goesOn(read: number): boolean {
		return read < STREAMED_ROWS || this.#delivered * 2 > read;
	}

	#imageFor({ uses }: QueryPlan, listener: QueryListener): QueryDatabase {
		const known = this.#images.find((image) => covers(image.uses, uses));
		if (known) {
			return known.database;
		}
		this.#dropImages(KEPT_IMAGES - 1);
		const path = join(this.#folder, `${randomUUID()}.sqlite`);
		const total = [...uses.keys()].reduce((sum, table) => sum + this.#tables[table]!.rows, 0);
		try {
			const tables = [...uses].map(([table, columns]) => ({
				table: this.#tables[table]!,
				columns,
				chunkRows: this.#columns.chunkRows(table),
				read: (column: number, chunk: number) => this.#columns.read(table, column, chunk),
			}));
			writeImage(path, tables, (rows, name) => {
				this.#columns.throwIfCancelled();
				requireSpace(this.#folder);
				listener.progress(rows, total, `Preparing ${name}`);
			});
			const database = QueryDatabase.openFile(path);
			this.#guard(database);
			this.#images.unshift({ path, uses, database });
			return database;
		} catch (error) {
			removeFile(path);
			throw isFullDisk(error) ? fullDisk(this.#folder) : error;
		}
	}

	#dropImages(kept: number): void {
		for (const { database, path } of this.#images.splice(kept)) {
			database.close();
			removeFile(path);
		}
	}

	#deliver(
		found: IterableIterator<QueryValue[]>,
		limit: number | null,
		skipped: number,
		listener: QueryListener,
	): QueryEnd {
		let batch: SqlCell[][] = [];
		let rows = 0;
		for (const values of found) {
			if (rows < skipped) {
				rows++;
				continue;
			}
			if (rows === limit) {
				listener.rows(batch);
				return { kind: 'done', rows, hasMore: true };
			}
			batch.push(values.map(cellOfValue));
			rows++;
			if (batch.length === BATCH_ROWS) {
				this.#columns.throwIfCancelled();
				listener.rows(batch);
				this.#delivered = rows;
				batch = [];
			}
		}
		listener.rows(batch);
		return { kind: 'done', rows, hasMore: false };
	}
}

function guarded(text: string, plan: QueryPlan): string {
	return plan.tokens[0]?.value === 'explain' ? text : guardLoops(text, plan.tokens);
}

function cellOfValue(value: QueryValue): SqlCell {
	if (typeof value === 'bigint') {
		const number = Number(value);
		return Number.isSafeInteger(number) ? number : String(value);
	}
	return value instanceof Uint8Array ? `x'${Buffer.from(value).toString('hex')}'` : value;
}

function covers(has: QueryPlan['uses'], needs: QueryPlan['uses']): boolean {
	return [...needs].every(([table, columns]) => columns.every((column) => has.get(table)?.includes(column)));
}

function requireSpace(folder: string): void {
	const { bavail, bsize } = statfsSync(folder);
	if (bavail * bsize < DISK_RESERVE_BYTES) {
		throw fullDisk(folder);
	}
}

function isFullDisk(error: unknown): boolean {
	return error instanceof Error && 'code' in error && ['ENOSPC', 'EFBIG', 'EDQUOT'].includes(String(error.code));
}

function fullDisk(folder: string): ChunkFailure {
	return new ChunkFailure(
		`There is too little space on the disk of ${folder} for this query. Make room, or query fewer columns.`,
		true,
	);
}

function removeFile(path: string): void {
	try {
		unlinkSync(path);
	} catch {
		// Never made, or held by an open database on Windows; the folder goes away with the console.
	}
}

function runFailure(error: Error & { readonly code: string }): string {
	switch (error.code) {
		case 'SQLITE_FULL':
			return 'The disk for temporary files is full: sorting or grouping needs more room than there is. Narrow the query.';
		case 'SQLITE_TOOBIG':
			return 'A value of the result is longer than a billion bytes. Narrow the query.';
		case 'SQLITE_NOMEM':
			return 'The query needs more memory than there is. Narrow it.';
		default:
			return error.message === 'integer overflow'
				? 'A sum of whole numbers is too large for 64 bits. Sum them as decimals: sum(1.0 * …).'
				: sentenceOf(error.message);
	}
}
