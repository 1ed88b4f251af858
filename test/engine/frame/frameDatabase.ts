import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ORDER_WINDOWS_MONTHS } from '#shared/model/orderWindows.ts';
import type { OrderRow, RecipientRow } from './eventRows.ts';
import { AS_OF_DAY } from './randomRows.ts';

/** The customer frame as DuckDB computes it from the same rows: view `frame`, one row per customer in `base`. */
export async function openFrameDatabase(
	customers: number,
	orders: readonly OrderRow[],
	recipients: readonly RecipientRow[],
): Promise<DuckDBConnection> {
	const connection = await (await DuckDBInstance.create()).connect();
	const literal = (value: string | number | boolean | null) =>
		typeof value === 'string' ? `'${value}'` : String(value);
	const insert = async (table: string, rows: readonly (readonly (string | number | boolean | null)[])[]) => {
		const values = rows.map((row) => `(${row.map(literal).join(',')})`);
		await connection.run(`insert into ${table} values ${values.join(',')}`);
	};
	await connection.run(`create table base as select range::int as customer from range(${customers})`);
	await connection.run(
		'create table orders (line int, customer int, order_id varchar, day int, revenue decimal(12, 2), cost decimal(12, 2))',
	);
	await connection.run(
		`create table recipients (customer int, day int, arm varchar, delivered boolean, opened boolean, clicked int,
		converted bigint, revenue decimal(12, 2))`,
	);
	const money = (value: number | null) => (value === null ? null : (value / 100).toFixed(2));
	await insert(
		'orders',
		orders.map(({ customer, order, day, revenue, cost }, line) => [
			line,
			customer,
			order ?? `line ${line}`,
			day,
			money(revenue),
			money(cost),
		]),
	);
	await insert(
		'recipients',
		recipients.map(({ customer, day, arm, delivered, opened, clicked, convertedMs, revenue }) => [
			customer,
			day,
			arm,
			delivered,
			opened,
			clicked,
			convertedMs,
			money(revenue),
		]),
	);
	await connection.run(`create view frame as
		with firsts as (select *, row_number() over (partition by customer, order_id order by line) = 1 as is_first from orders),
		o as (
			select customer, count(*) filter (is_first) as order_count, sum(revenue) as revenue, sum(revenue - cost) as margin,
				min(day) as first_day, max(day) as last_day
			from firsts where day <= ${AS_OF_DAY} group by customer
		),
		dated as (select *, date '1970-01-01' + day as on_date, date '1970-01-01' + ${AS_OF_DAY} as as_of from firsts),
		${ORDER_WINDOWS_MONTHS.map(
			(months) => `w${months} as (
			select customer, count(*) filter (is_first) as orders, sum(revenue) as revenue, sum(revenue - cost) as margin from dated
			where on_date between as_of - interval ${months} months and as_of group by customer
		),`,
		).join('\n')}
		r as (
			select customer, count(*) as recipient_rows, count(*) filter (delivered) as sends, count(*) filter (opened) as opens,
				count(*) filter (clicked > 0) as clicks, count(converted) as conversions, sum(revenue) as campaign_revenue,
				count(converted) filter (arm in ('mailed', 'holdout')) as arm_conversions, sum(revenue) filter (arm in ('mailed', 'holdout')) as arm_revenue,
				count(*) filter (arm = 'mailed') > 0 as is_treated, count(*) filter (arm = 'holdout') > 0 as is_control
			from recipients where day <= ${AS_OF_DAY} group by customer
		)
		select b.customer,
			${AS_OF_DAY} - last_day as recency_days, coalesce(order_count, 0) as order_count,
			case when o.customer is null then 0 else o.revenue end as revenue,
			case when o.customer is null then 0 else o.margin end as margin,
			o.revenue::double / nullif(order_count, 0) as average_order_value,
			first_day as first_order_date, last_day as last_order_date, ${AS_OF_DAY} - first_day as tenure_days,
			coalesce(order_count, 0) > 1 as is_repeat,
			${ORDER_WINDOWS_MONTHS.map(
				(months) => `coalesce(w${months}.orders, 0) as orders_last_${months}_months,
			case when w${months}.customer is null then 0 else w${months}.revenue end as revenue_last_${months}_months,
			case when w${months}.customer is null then 0 else w${months}.margin end as margin_last_${months}_months,`,
			).join('\n')}
			coalesce(recipient_rows, 0) as recipient_rows, coalesce(sends, 0) as sends, coalesce(opens, 0) as opens,
			coalesce(clicks, 0) as clicks, coalesce(conversions, 0) as conversions,
			case when is_treated and not is_control then 'treatment' when is_control and not is_treated then 'control' end as arm,
			case when r.customer is null then 0 else campaign_revenue end as campaign_revenue,
			coalesce(arm_conversions, 0) as arm_conversions, coalesce(arm_revenue, 0) as arm_revenue
		from base b left join o using (customer) left join r using (customer)
			${ORDER_WINDOWS_MONTHS.map((months) => `left join w${months} using (customer)`).join(' ')} order by b.customer`);
	return connection;
}

/** Rows of a query with every number as a JavaScript number. */
export async function queryNumbers(
	connection: DuckDBConnection,
	sql: string,
): Promise<readonly Readonly<Record<string, number | string | boolean | null>>[]> {
	const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
	return rows.map((row) =>
		Object.fromEntries(
			Object.entries(row).map(([name, value]) => {
				if (typeof value === 'string' && value !== '' && !Number.isNaN(Number(value))) {
					return [name, Number(value)];
				}
				return [name, typeof value === 'object' ? null : value];
			}),
		),
	);
}
