import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { previewSource } from '../../../engine/import/previewSource.ts';
import { Session } from '../../../engine/session/Session.ts';
import Database from 'better-sqlite3';

const childScript = join(import.meta.dirname, 'importInChild.ts');

/** What the child process printed last. */
export interface ChildOutcome {
	readonly kind: 'imported' | 'refused' | 'failed';
	readonly message?: string;
	readonly rows?: number;
	readonly peakBytes: number;
	readonly durationMs: number;
}

/** A project with one table of customers, closed. Returns its path. */
export async function projectWithCustomers(folder: string): Promise<string> {
	const path = join(folder, 'client.tranche');
	const customers = join(folder, 'customers.csv');
	writeFileSync(customers, 'customer_id,country\n1,DE\n2,AT\n3,CH\n');
	const session = await Session.create(path);
	const { plan } = await previewSource(customers, { role: 'customers' });
	await session.importTable(plan, null);
	await session.close();
	return path;
}

/** Rows of orders as CSV, about 40 bytes each. */
export function ordersText(rows: number, first = 1): string {
	const lines: string[] = [];
	for (let row = first; row < first + rows; row++) {
		const day = `2026-0${1 + (row % 9)}-1${row % 10}`;
		lines.push(`${row},${1 + (row % 3)},${day},${(row * 7) % 1000}.${10 + (row % 90)},item ${row % 50_000}`);
	}
	return `${lines.join('\n')}\n`;
}

export const ORDERS_HEADER = 'order_id,customer_id,order_date,revenue,product\n';

/**
 * Opens the project and says what is in it: tables with rows, labels of the history, what SQLite finds wrong with the file (nothing:
 * `ok`), and rows of tables that no table owns.
 */
export async function contentOf(path: string) {
	const session = await Session.open(path);
	const tables = session.state.tables.map(({ name, rowsLoaded }) => `${name} ${rowsLoaded}`);
	const history = session.history(20).map(({ label }) => label);
	const rows: unknown[] = [];
	for (const { name } of session.state.tables) {
		await session.sql.run(
			{ text: `select count(*) from "${name}"`, limit: 1 },
			{ columns: () => undefined, rows: (batch) => void rows.push(...batch.flat()) },
		);
	}
	await session.close();
	return { tables, history, rows, faults: faultsOf(path) };
}

/** What SQLite's own check says against the file, and bulk data that belongs to no table in use. */
function faultsOf(path: string): string[] {
	const database = new Database(path, { readonly: true });
	try {
		const found = database.prepare<[], string>('PRAGMA integrity_check').pluck().all();
		const left = ['chunks', 'dictionaries', 'clusters', 'quarantine'].filter(
			(table) =>
				database
					.prepare(`SELECT 1 FROM ${table} WHERE table_id NOT IN (SELECT id FROM tables WHERE state = 'ready')`)
					.get() !== undefined,
		);
		return [...found.filter((line) => line !== 'ok'), ...left];
	} finally {
		database.close();
	}
}

/**
 * Starts an import in a child process; `limitKibibytes` bounds every file that it writes, as a full disk would. `hasBegun` is false
 * where it ended before it began; the outcome of a killed one is null.
 */
export function startImport(
	projectPath: string,
	filePath: string,
	{ limitKibibytes = null, role = 'orders' }: { readonly limitKibibytes?: number | null; readonly role?: string } = {},
): {
	readonly child: ChildProcess;
	readonly hasBegun: Promise<boolean>;
	readonly outcome: Promise<ChildOutcome | null>;
} {
	const args = [process.execPath, childScript, projectPath, filePath, role];
	const child =
		limitKibibytes === null
			? spawn(args[0]!, args.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
			: // In blocks of 512 bytes.
				spawn('sh', ['-c', `ulimit -f ${limitKibibytes * 2}; exec "$@"`, 'sh', ...args], {
					stdio: ['ignore', 'pipe', 'inherit'],
				});
	let printed = '';
	const ended = once(child, 'close');
	const hasBegun = new Promise<boolean>((resolve) => {
		child.stdout?.on('data', (chunk) => {
			printed += String(chunk);
			if (printed.includes('begun')) {
				resolve(true);
			}
		});
		void ended.then(() => resolve(false));
	});
	const outcome = ended.then(() => {
		const line = printed.split('\n').find((text) => text.startsWith('{'));
		return line === undefined ? null : (JSON.parse(line) as ChildOutcome);
	});
	return { child, hasBegun, outcome };
}
