import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { medianMs, peakRssMb, type Job, type JobInput } from '../JobRun.ts';
import { CHECKED_THRESHOLD, METRIC_PAIRS, rules, THRESHOLDS } from '../workload.ts';

const REPETITIONS = 7;
const PROFILE = `select customer_id, count(*) as order_count, sum(revenue) as revenue, sum(revenue - cost) as margin,
	min(order_date) as first_order_date, max(order_date) as last_order_date from orders group by customer_id`;

/** The same with money as exact decimals, so that a customer on a threshold falls on the same side everywhere. */
const EXACT_PROFILE = PROFILE.replace('sum(revenue)', 'sum(revenue::decimal(18, 2))::double').replace(
	'sum(revenue - cost)',
	'sum(revenue::decimal(18, 2) - cost::decimal(18, 2))::double',
);

/** DuckDB with two threads, each job as its users would write it. */
export const jobs: Readonly<Record<string, Job>> = {
	import: async (input) => importOrders(csv(input.orders), databasePath(input), input.customers),
	'import-text': async (input) => importOrders(csv(input.textOrders), `${databasePath(input)}.text`, null),
	parquet: async (input) => importOrders(`read_parquet('${input.parquet}')`, `${databasePath(input)}.parquet`, null),
	reopen,
	profile,
	recalc,
	drag: recalc,
	'recalc-cold': recalc,
	trend,
};

/** `orders` is a table function. */
async function importOrders(orders: string, path: string, customers: string | null) {
	rmSync(path, { force: true });
	rmSync(`${path}.wal`, { force: true });
	const startedMs = performance.now();
	const { instance, connection } = await open(path);
	await connection.run(`create table orders as select * from ${orders}`);
	await connection.run('checkpoint');
	const run = { ms: performance.now() - startedMs, peakRssMb: peakRssMb() };
	const check = await scalar(
		connection,
		`select count(*) || ' rows, ' || cast(sum(cast(revenue as decimal(18,2))) as varchar) from orders`,
	);
	if (customers !== null) {
		await connection.run(`create table customers as select * from read_csv_auto('${customers}')`);
	}
	connection.closeSync();
	instance.closeSync();
	return { ...run, check };
}

async function reopen(input: JobInput) {
	const startedMs = performance.now();
	const { instance, connection } = await open(databasePath(input));
	const rows = await (
		await connection.run(
			'select max(order_id), max(customer_id), max(order_date), sum(revenue), sum(cost), max(channel), max(product_category), sum(returned), count(*) from orders',
		)
	).getRows();
	const ms = performance.now() - startedMs;
	connection.closeSync();
	instance.closeSync();
	return { ms, check: `${String(rows[0]?.[8])} rows` };
}

async function profile(input: JobInput) {
	return await withDatabase(input, async (connection) => {
		const ms = await medianMs(REPETITIONS, async () => {
			await connection.run(`create or replace temp table profile as ${PROFILE}`);
		});
		return {
			ms,
			check: await scalar(
				connection,
				`select count(*) || ' buyers, ' || max(order_count) || ' orders at most' from profile`,
			),
		};
	});
}

async function recalc(input: JobInput) {
	return await withDatabase(input, async (connection) => {
		await connection.run(`create temp table frame as
			select c.* replace (cast(consent as double) as consent, cast(converted as double) as converted, cast(age as double) as age), 1.0::double as people,
				coalesce(p.order_count, 0)::double as order_count, coalesce(p.revenue, 0)::double as revenue, coalesce(p.margin, 0)::double as margin,
				p.revenue / p.order_count as average_order_value, date '2026-01-01' - p.last_order_date as recency_days
			from customers c left join (${EXACT_PROFILE}) p using (customer_id)`);
		const sums = METRIC_PAIRS.map(
			([x, y]) => `sum(${x}), sum(${y}), sum(${x} * ${x}), sum(${y} * ${y}), sum(${x} * ${y})`,
		).join(', ');
		const statement = (threshold: number): string =>
			`select case ${rules(threshold)
				.map((rule, index) => `when ${rule} then ${index}`)
				.join(' ')} else 8 end as segment, count(*) as people, ${sums} from frame group by segment order by segment`;
		let turn = 0;
		const ms = await medianMs(REPETITIONS, async () => {
			await (await connection.run(statement(THRESHOLDS[turn++ % THRESHOLDS.length] ?? 0))).getRows();
		});
		const rows = await (await connection.run(statement(CHECKED_THRESHOLD))).getRows();
		return { ms, check: rows.map((row) => String(row[1])).join(' ') };
	});
}

async function trend(input: JobInput) {
	return await withDatabase(input, async (connection) => {
		await connection.run(
			`create temp table segments as select customer_id, (row_number() over (order by customer_id) - 1) % 9 as segment from customers`,
		);
		const statement = `select segment, date_trunc('month', order_date) as month, sum(revenue), count(*) from orders join segments using (customer_id) group by all`;
		const ms = await medianMs(REPETITIONS, async () => {
			await (await connection.run(statement)).getRows();
		});
		return {
			ms,
			check: await scalar(
				connection,
				`select count(*) || ' cells, ' || sum(n) || ' orders' from (select count(*) as n from orders join segments using (customer_id) group by segment, date_trunc('month', order_date))`,
			),
		};
	});
}

async function withDatabase(
	input: JobInput,
	run: (connection: DuckDBConnection) => Promise<{ ms: number; check: string }>,
) {
	if (!existsSync(databasePath(input))) {
		await importOrders(csv(input.orders), databasePath(input), input.customers);
	}
	const { instance, connection } = await open(databasePath(input));
	try {
		return await run(connection);
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

async function open(path: string) {
	const instance = await DuckDBInstance.create(path, { threads: '2' });
	return { instance, connection: await instance.connect() };
}

async function scalar(connection: DuckDBConnection, sql: string): Promise<string> {
	const rows = await (await connection.run(sql)).getRows();
	return String(rows[0]?.[0]);
}

function csv(path: string): string {
	return `read_csv_auto('${path}')`;
}

function databasePath(input: JobInput): string {
	return join(input.folder, `duckdb-${input.orderCount}.db`);
}
