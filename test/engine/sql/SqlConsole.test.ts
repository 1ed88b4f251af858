import type { Segmentation } from '#shared/model/segmentation.ts';
import type { SqlPosition } from '#shared/model/sqlConsole.ts';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { previewSource } from '../../../engine/import/previewSource.ts';
import { createJob, silentJob } from '../../../engine/job.ts';
import { setScratchRoot } from '../../../engine/import/source/ScratchFolder.ts';
import { Session } from '../../../engine/session/Session.ts';
import type { SqlCell } from '../../../engine/sql/sqlMessages.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { clientPlan } from '../session/clientFiles.ts';

const segments: Segmentation = {
	segments: [{ id: 'big', name: 'Big', rule: 'revenue >= 50' }],
	remainder: 'Others',
	mode: 'waterfall',
	exclusions: [],
	customFields: [],
};

async function client() {
	const folder = mkdtempSync(join(tmpdir(), 'tranche-test-'));
	const session = await Session.create(join(folder, 'client.tranche'));
	for (const name of ['customers', 'orders'] as const) {
		await session.importTable(clientPlan(folder, name), null);
	}
	await session.writeSegmentation(segments, 'Segments');
	return { session, folder };
}

// One project for all tests: queries change nothing.
let session: Session;
beforeAll(async () => {
	const made = await client();
	session = made.session;
	return async () => {
		await session.close();
		rmSync(made.folder, { recursive: true, force: true });
	};
});

async function query(session: Session, text: string, limit: number | null = 100, job = silentJob()) {
	const rows: (readonly SqlCell[])[] = [];
	let types: string[] = [];
	const end = await session.sql.run(
		{ text, limit },
		{
			columns: (columns) => (types = columns.map(({ type }) => type)),
			rows: (batch) => void rows.push(...batch),
		},
		job,
	);
	return { end, rows, types };
}

async function refusal(session: Session, text: string): Promise<[string, Pick<SqlPosition, 'line' | 'column'> | null]> {
	const { end } = await query(session, text);
	if (end.kind !== 'refused') {
		throw new Error(`${text} was not refused`);
	}
	const { message, position } = end;
	return [message, position && { line: position.line, column: position.column }];
}

test('tables, the customer frame and the segments can be queried and joined', async () => {
	expect(session.sql.tables().map(({ name, rows }) => [name, rows])).toEqual([
		['customers', 4],
		['orders', 6],
		['customers_frame', 4],
		['segments', 4],
	]);
	const streamed = await query(session, "select * from orders where channel = 'web'");
	expect(streamed).toEqual({
		end: { kind: 'done', rows: 3, hasMore: false },
		types: ['integer', 'text', 'date', 'decimal', 'text'],
		rows: [
			[1, 'c1', '2026-01-05', 10.5, 'web'],
			[1, 'c1', '2026-01-05', 4.5, 'web'],
			[3, 'c9', '2026-02-03', 7.25, 'web'],
		],
	});
	const joined = await query(
		session,
		`select segment, count(distinct s.customer_id), sum(o.revenue) from segments s
		left join orders o on o.customer_id = s.customer_id group by segment_order`,
	);
	expect(joined.rows).toEqual([
		['Big', 1, 115],
		['Others', 3, 20],
	]);
	const frame = await query(session, 'select customer_id, country, revenue from customers_frame order by 1');
	expect(frame.rows).toEqual([
		['c1', 'DE', 115],
		['c2', 'AT', 20],
		['c3', 'DE', 0],
		['c4', 'CH', 0],
	]);
});

test('custom fields are columns of the customer frame, one with the name of a field in its place, broken ones left out', async () => {
	const { session, folder } = await client();
	onTestFinished(async () => {
		await session.close();
		rmSync(folder, { recursive: true, force: true });
	});
	const customFields = [
		{ name: 'average', expression: 'revenue / order_count' },
		{ name: 'region', expression: "coalesce(country, '?')" },
		{ name: 'is big', expression: "segment('Big')" },
		{ name: 'COUNTRY', expression: 'lower(region)' },
		{ name: 'broken', expression: 'revenues + 1' },
		{ name: 'first_order_date', expression: 'order_count * 2' },
	];
	await session.writeSegmentation({ ...segments, customFields }, 'Fields');
	const columns = session.sql.tables().find(({ name }) => name === 'customers_frame')!.columns;
	expect(columns.slice(-5)).toEqual([
		{ name: 'average', type: 'decimal' },
		{ name: 'region', type: 'text' },
		{ name: 'is big', type: 'boolean' },
		{ name: 'COUNTRY_2', type: 'text' },
		{ name: 'first_order_date', type: 'integer' },
	]);
	expect(columns.filter(({ name }) => name.startsWith('first_order_date'))).toHaveLength(1);
	const wanted = 'customer_id, average, region, "is big", country_2, first_order_date from customers_frame';
	const streamed = await query(session, `select ${wanted}`);
	expect(streamed.rows).toEqual([
		['c1', 57.5, 'DE', 1, 'de', 4],
		['c2', 20, 'AT', 0, 'at', 2],
		['c3', null, 'DE', 0, 'de', 0],
		['c4', null, 'CH', 0, 'ch', 0],
	]);
	expect((await query(session, `select ${wanted} order by 1`)).rows).toEqual(streamed.rows);
});

/** The same questions must have the same answers whether rows are streamed or copied first; `order by` makes a copy. */
test.each([
	['select order_id / 2, revenue / 2 from orders', ''],
	["select * from orders where order_id = '3'", ''],
	["select * from orders where order_date >= '2026-02' and revenue < '20'", ''],
	["select order_id || 'x', revenue || '', typeof(revenue), typeof(order_date) from orders", ''],
	['select signup_date is null, country from customers', ''],
	['select *, 1 from orders limit 3 offset 2', 'limited'],
])('a streamed query says the same as one on a copy: %s', async (text, how) => {
	const streamed = await query(session, text);
	const copied = await query(
		session,
		how === 'limited' ? `select * from (${text}) order by null` : `${text} order by rowid`,
	);
	expect(copied).toEqual(streamed);
});

test('every way to change or open something is refused with a reason and its place', async () => {
	const refused = async (text: string) => (await refusal(session, text))[0];
	for (const text of [
		'delete from orders',
		'update orders set revenue = 0',
		'insert into orders select * from orders',
		'with x as (select 1) delete from orders',
		'with x as (select 1) insert into orders select * from orders',
		'create table x (y)',
		'drop table orders',
		"attach '/tmp/x' as y",
		"vacuum into '/tmp/x'",
		'pragma journal_mode = off',
		'begin',
		'savepoint x',
		'reindex',
		'analyze',
		"explain attach 'x' as y",
		'explain delete from orders',
		'; select 1',
	]) {
		expect(await refused(text), text).toContain('only reads');
	}
	expect(await refused("select load_extension('x')")).toBe('The console loads no extensions and opens no files.');
	expect(await refused('select 1; drop table orders')).toContain('Only one statement');
	expect(await refused('select ?')).toContain('no parameters');
	expect(await refused("select readfile('/etc/hostname')")).toBe('There is no function "readfile".');
	expect(await refused("select writefile('x', 'y')")).toBe('There is no function "writefile".');
	expect(await refused('  -- nothing')).toBe('There is no query to run.');
	expect((await query(session, 'select count(*) from orders')).rows).toEqual([[6]]);
});

test.each([
	['select chanel\nfrom orders', 'There is no column "chanel" in these tables.', 1, 8],
	['select o.channel,\n  o.foo\nfrom orders o', 'There is no column "o.foo" in these tables.', 2, 3],
	['select *\nfrom\n\tordrs', 'There is no table "ordrs" in this project.', 3, 2],
	["select 'from', from orders\nfrom orders", 'The query cannot be read at "from".', 1, 16],
	['select channel from orders\nwhere', 'The query ends too early.', 2, 1],
	['select nope(revenue) from orders', 'There is no function "nope".', 1, 8],
	[
		'select customer_id from orders, customers',
		'Several of these tables have a column "customer_id": write the name of the table and a dot before it.',
		1,
		8,
	],
	['select 1 from orders where sum(revenue) > 1', /^The function sum sums up rows/, 1, 28],
	['drop table orders', /^DROP would change the database/, 1, 1],
	['select channel from orders where channel = "web"', /^There is no column "?web/, 1, 44],
	['select ~ from orders', /cannot be read at "from"/, 1, 10],
])('a mistake is said in a sentence with its place: %s', async (text, message, line, column) => {
	expect(await refusal(session, text)).toEqual([
		typeof message === 'string' ? message : expect.stringMatching(message),
		{ line, column },
	]);
});

test('a result ends at the limit and says that there is more', async () => {
	expect((await query(session, 'select * from orders', 2)).end).toEqual({ kind: 'done', rows: 2, hasMore: true });
	expect((await query(session, 'select * from orders order by 1', 6)).end).toEqual({
		kind: 'done',
		rows: 6,
		hasMore: false,
	});
	const all = await query(
		session,
		'with recursive c(x) as (select 1 union all select x + 1 from c where x < 25000) select x from c',
		null,
	);
	expect([all.end, all.rows.length, all.rows.at(-1)]).toEqual([
		{ kind: 'done', rows: 25_000, hasMore: false },
		25_000,
		[25_000],
	]);
});

test('whole numbers beyond 2^53 keep their digits, bytes are shown in hexadecimal', async () => {
	expect((await query(session, "select 9007199254740993, x'00ff', 1.5, null")).rows).toEqual([
		['9007199254740993', "x'00ff'", 1.5, null],
	]);
});

test.each([
	'with c(x) as (select 1 union all select x + 1 from c) select count(*) from c',
	'select count(*) from orders a, orders b, orders c, orders d, orders e, orders f, orders g, orders h, orders i, orders j, orders k, orders l',
	'select max(a.revenue) from (with c(x) as (select 1 union all select x + 1 from c) select x from c) c, orders a where a.revenue > c.x',
])('a query without end is cancelled within a second: %s', async (text) => {
	await query(session, 'select 1');
	const controller = new AbortController();
	const running = query(
		session,
		text,
		10,
		createJob(controller.signal, () => undefined),
	);
	const early = await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 250))]);
	const startedMs = performance.now();
	controller.abort();
	await expect(running).rejects.toMatchObject({ code: 'cancelled' });
	expect([early, performance.now() - startedMs < 1000]).toEqual([undefined, true]);
	expect((await query(session, 'select 2')).rows).toEqual([[2]]);
});

test('the engine goes on while a query runs, and two queries run side by side', async () => {
	await query(session, 'select 1');
	const controller = new AbortController();
	const endless = query(
		session,
		'with c(x) as (select 1 union all select x + 1 from c) select count(*) from c',
		1,
		createJob(controller.signal, () => undefined),
	);
	expect((await query(session, 'select count(*) from orders')).rows).toEqual([[6]]);
	expect((await session.rows.page(session.state.tables[0]!.id, 0, 10)).total).toBe(4);
	controller.abort();
	await expect(endless).rejects.toMatchObject({ code: 'cancelled' });
});

test('closing the project ends what runs and leaves no files behind', async () => {
	const { session, folder } = await client();
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const scratch = join(folder, 'scratch');
	setScratchRoot(scratch);
	onTestFinished(() => setScratchRoot(null));
	await query(session, 'select count(*) from orders');
	expect(readdirSync(scratch)).toHaveLength(1);
	const endless = query(session, 'with c(x) as (select 1 union all select x + 1 from c) select count(*) from c');
	const ended = expect(endless).rejects.toThrow();
	await new Promise((resolve) => setTimeout(resolve, 150));
	await session.close();
	await ended;
	expect(readdirSync(scratch)).toEqual([]);
});

test('names that differ by case only, odd names and names of the frame are told apart', async () => {
	const folder = temporaryFolder();
	const session = await Session.create(join(folder, 'odd.tranche'));
	onTestFinished(() => session.close());
	const path = join(folder, 'segments.csv');
	writeFileSync(path, 'customer_id,Name,name,"sqlite_x","a ""b""",select,007\n1,A,b,c,d,e,f\n2,B,c,d,e,f,g\n');
	const { plan } = await previewSource(path, { role: 'customers' });
	await session.importTable(plan, null);
	const [table, ...others] = session.sql.tables();
	expect([table?.name, ...others.map(({ name }) => name)]).toEqual(['segments', 'customers_frame', 'segments_2']);
	const names = table!.columns.map(({ name }) => `"${name.replaceAll('"', '""')}"`);
	expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(7);
	expect((await query(session, `select ${names.join(', ')} from segments`)).rows).toEqual([
		[1, 'A', 'b', 'c', 'd', 'e', 'f'],
		[2, 'B', 'c', 'd', 'e', 'f', 'g'],
	]);
	expect((await query(session, `select count(${names[4]}) from segments`)).rows).toEqual([[2]]);
});

test('queries are remembered, the same text once and the newest first', async () => {
	const entry = (text: string) => ({ at: '2026-01-01T00:00:00Z', text, durationMs: 1.5, rows: 3, hasMore: false });
	for (const text of ['a', 'b', 'a']) {
		session.sql.remember(entry(text));
	}
	expect(session.sql.history(10).map(({ id: _id, ...rest }) => rest)).toEqual([entry('a'), entry('b')]);
});
