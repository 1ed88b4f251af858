import { tableFromIPC, type Table } from 'apache-arrow';
import { Store } from '../../engine/Store.ts';
import { SCALE_METADATA } from '#shared/protocol/method.ts';
import type { ColumnType } from '#shared/model/columnType.ts';

export interface GridColumn {
	readonly name: string;
	readonly type: ColumnType;
}

/** Asks for rows `from` to `from + count`, as Arrow IPC bytes. */
export type FetchPage = (
	from: number,
	count: number,
	signal: AbortSignal,
) => Promise<{ readonly rows: Uint8Array; readonly total: number }>;

export const PAGE_ROWS = 200;
const KEPT_PAGES = 40;
const NOT_LOADED = Symbol('not loaded');

/**
 * The rows of a grid that were asked for lately. Only pages that are on the screen are fetched; scrolling on aborts what
 * is no longer wanted.
 */
export class GridPages {
	readonly total: number;
	/** Column names of the data, in its order. */
	readonly names: readonly string[];
	/** Decimal places of each column, null where its values have none in common. */
	readonly scales: readonly (number | null)[];
	/** Grows with every page that arrives. */
	readonly version = new Store(0);
	readonly failure = new Store<Error | null>(null);
	private readonly fetch: FetchPage;
	private readonly pages = new Map<number, Table>();
	private readonly running = new Map<number, AbortController>();
	private wanted: { readonly first: number; readonly last: number } = { first: 0, last: 0 };

	private constructor(fetch: FetchPage, total: number, first: Table) {
		this.fetch = fetch;
		this.total = total;
		this.names = first.schema.fields.map((field) => field.name);
		this.scales = first.schema.fields.map(({ metadata }) => {
			const scale = metadata.get(SCALE_METADATA);
			return scale === undefined ? null : Number(scale);
		});
		this.pages.set(0, first);
	}

	/** Fetches the first page, from which the columns and the number of rows are known. */
	static async open(fetch: FetchPage, signal: AbortSignal): Promise<GridPages> {
		const { rows, total } = await fetch(0, PAGE_ROWS, signal);
		return new GridPages(fetch, total, tableFromIPC(rows));
	}

	static readonly notLoaded = NOT_LOADED;

	/** The value as Arrow gives it, or `notLoaded`. */
	cell(row: number, column: number): unknown {
		const page = this.pages.get(Math.floor(row / PAGE_ROWS));
		return page ? page.getChildAt(column)?.get(row % PAGE_ROWS) : NOT_LOADED;
	}

	/** Rows `first` to `last` are on the screen now: fetches what is missing of them. */
	show(first: number, last: number): void {
		this.wanted = { first: Math.floor(first / PAGE_ROWS), last: Math.floor(last / PAGE_ROWS) };
		for (const [page, controller] of this.running) {
			if (page < this.wanted.first || page > this.wanted.last) {
				controller.abort();
				this.running.delete(page);
			}
		}
		for (let page = this.wanted.first; page <= this.wanted.last; page++) {
			if (!this.pages.has(page) && !this.running.has(page)) {
				void this.load(page);
			}
		}
	}

	retry(): void {
		this.failure.set(null);
		this.show(this.wanted.first * PAGE_ROWS, this.wanted.last * PAGE_ROWS);
	}

	close(): void {
		for (const controller of this.running.values()) {
			controller.abort();
		}
		this.running.clear();
	}

	private async load(page: number): Promise<void> {
		const controller = new AbortController();
		this.running.set(page, controller);
		try {
			const { rows } = await this.fetch(page * PAGE_ROWS, PAGE_ROWS, controller.signal);
			this.pages.set(page, tableFromIPC(rows));
			this.forgetFar();
			this.version.update((version) => version + 1);
		} catch (error) {
			if (!controller.signal.aborted) {
				this.failure.set(error instanceof Error ? error : new Error(String(error)));
			}
		} finally {
			if (this.running.get(page) === controller) {
				this.running.delete(page);
			}
		}
	}

	/** Drops the pages farthest from what is on the screen. */
	private forgetFar(): void {
		const middle = (this.wanted.first + this.wanted.last) / 2;
		const byDistance = [...this.pages.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
		for (const page of byDistance.slice(0, Math.max(0, this.pages.size - KEPT_PAGES))) {
			this.pages.delete(page);
		}
	}
}
