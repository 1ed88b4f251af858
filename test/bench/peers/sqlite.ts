import Database from 'better-sqlite3';
import { closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { peakRssMb, type Job, type JobInput, type JobOutcome } from '../JobRun.ts';
import { CHECKED_THRESHOLD, METRIC_PAIRS, rules } from '../workload.ts';

const PROFILE = `select customer_id, count(*) as order_count, sum(revenue) as revenue, sum(revenue - cost) as margin,
	min(order_date) as first_order_date, max(order_date) as last_order_date from orders group by customer_id`;

/** SQLite with ordinary rows, each job once: at ten million orders these take from seconds to half a minute. */
export const jobs: Readonly<Record<string, Job>> = {
	import: async (input) => importOrders(input),
	profile: async (input) =>
		timed(
			input,
			(database) => database.exec(`create temp table profile as ${PROFILE}`),
			`select count(*) || ' buyers, ' || max(order_count) || ' orders at most' from profile`,
		),
	recalc: async (input) => recalc(input),
	trend: async (input) => trend(input),
};

function importOrders(input: JobInput): JobOutcome {
	const path = databasePath(input);
	rmSync(path, { force: true });
	const startedMs = performance.now();
	const database = new Database(path);
	database.pragma('journal_mode = off');
	database.exec(
		'create table orders (order_id integer, customer_id integer, order_date text, revenue real, cost real, channel text, product_category text, returned integer)',
	);
	insertAll(database, input.orders, 'orders', 8);
	const run = { ms: performance.now() - startedMs, peakRssMb: peakRssMb() };
	const check = String(
		database.prepare(`select count(*) || ' rows, ' || printf('%.2f', sum(revenue)) from orders`).pluck().get(),
	);
	database.exec(
		'create table customers (customer_id integer primary key, country text, age integer, signup_date text, acquisition_channel text, plan text, email text, consent integer, "group" text, converted integer)',
	);
	insertAll(database, input.customers, 'customers', 10);
	database.close();
	return { ...run, check };
}

function recalc(input: JobInput): { ms: number; check: string } {
	const database = openDatabase(input);
	database.exec(`create temp table frame as select c.*, 1.0 as people, coalesce(p.order_count, 0) as order_count, coalesce(p.revenue, 0) as revenue,
		coalesce(p.margin, 0) as margin, p.revenue / p.order_count as average_order_value, julianday('2026-01-01') - julianday(p.last_order_date) as recency_days
		from customers c left join (${PROFILE}) p using (customer_id)`);
	const sums = METRIC_PAIRS.map(
		([x, y]) => `sum(${x}), sum(${y}), sum(${x} * ${x}), sum(${y} * ${y}), sum(${x} * ${y})`,
	).join(', ');
	const segment = rules(CHECKED_THRESHOLD)
		.map((rule, index) => `when ${rule} then ${index}`)
		.join(' ');
	const startedMs = performance.now();
	const rows = database
		.prepare<[], { people: number }>(
			`select case ${segment} else 8 end as segment, count(*) as people, ${sums} from frame group by segment order by segment`,
		)
		.all();
	const ms = performance.now() - startedMs;
	database.close();
	return { ms, check: rows.map((row) => row.people).join(' ') };
}

function trend(input: JobInput): { ms: number; check: string } {
	const database = openDatabase(input);
	database.exec(
		'create temp table segments as select customer_id, (row_number() over (order by customer_id) - 1) % 9 as segment from customers; create index temp.by_customer on segments (customer_id)',
	);
	const startedMs = performance.now();
	const rows = database
		.prepare<[], { orders: number }>(
			`select segment, substr(order_date, 1, 7) as month, sum(revenue), count(*) as orders from orders join segments using (customer_id) group by segment, month`,
		)
		.all();
	const ms = performance.now() - startedMs;
	database.close();
	return { ms, check: `${rows.length} cells, ${rows.reduce((sum, row) => sum + row.orders, 0)} orders` };
}

function timed(
	input: JobInput,
	run: (database: Database.Database) => void,
	check: string,
): { ms: number; check: string } {
	const database = openDatabase(input);
	const startedMs = performance.now();
	run(database);
	const ms = performance.now() - startedMs;
	const answer = String(database.prepare(check).pluck().get());
	database.close();
	return { ms, check: answer };
}

function insertAll(database: Database.Database, csv: string, table: string, columns: number): void {
	const insert = database.prepare(
		`insert into ${table} values (${Array.from({ length: columns }, () => '?').join(', ')})`,
	);
	database.exec('begin');
	let isHeader = true;
	for (const line of lines(csv)) {
		if (!isHeader) {
			insert.run(...line.split(','));
		}
		isHeader = false;
	}
	database.exec('commit');
}

/** Lines of a file without quotes, a block at a time. */
function* lines(path: string): Generator<string> {
	const file = openSync(path, 'r');
	const block = Buffer.alloc(1 << 22);
	let rest = '';
	for (let size = readSync(file, block); size > 0; size = readSync(file, block)) {
		const parts = (rest + block.toString('latin1', 0, size)).split('\n');
		rest = parts.pop() ?? '';
		yield* parts;
	}
	closeSync(file);
	if (rest !== '') {
		yield rest;
	}
}

function openDatabase(input: JobInput): Database.Database {
	if (!existsSync(databasePath(input))) {
		importOrders(input);
	}
	return new Database(databasePath(input), { readonly: false });
}

function databasePath(input: JobInput): string {
	return join(input.folder, `sqlite-${input.orderCount}.db`);
}
