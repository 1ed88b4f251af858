import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';
import { runTranche } from './runTranche.ts';

const ORDERS = 'order_id,customer_id,order_date,revenue\n1,7,2026-01-05,10.50\n2,8,2026-02-01,20.00\n3,7,oops,1.00\n';
const NEWER = 'order_id,customer_id,order_date,revenue\n2,8,2026-02-01,25.00\n4,9,2026-03-01,5.00\n';

async function project() {
	const folder = temporaryFolder();
	const path = join(folder, 'client.tranche');
	const file = (name: string, text: string) => {
		writeFileSync(join(folder, name), text);
		return join(folder, name);
	};
	const first = await runTranche('import', path, file('orders.csv', ORDERS), '--role', 'orders', '--create');
	return { folder, path, file, first };
}

test('files go into a new project, which lists and queries them', async () => {
	const { path, first } = await project();
	expect([first.code, first.stderr]).toEqual([0, expect.stringContaining('orders: orders, 2 rows, 1 quarantined.')]);
	const listed = await runTranche('tables', path, '--format', 'json');
	expect(JSON.parse(listed.stdout)).toEqual([
		{ name: 'orders', role: 'orders', rows: 2, quarantined: 1, file: expect.stringMatching(/orders\.csv$/) },
	]);
	const table = await runTranche(
		'sql',
		path,
		'select customer_id, sum(revenue) as total from orders group by 1 order by 1',
	);
	expect([table.code, table.stdout, table.stderr]).toEqual([
		0,
		['customer_id  total', '-----------  -----', '          7   10.5', '          8     20'].join('\n'),
		'2 rows.',
	]);
	const csv = await runTranche(
		'sql',
		path,
		'select order_date, revenue, null as "a, b" from orders',
		'--format',
		'csv',
	);
	expect(csv.stdout).toBe('order_date,revenue,"a, b"\n2026-01-05,10.5,\n2026-02-01,20,');
	const json = await runTranche('sql', path, 'select order_id from orders', '--format', 'json', '--limit', '1');
	expect([JSON.parse(json.stdout), json.stderr]).toEqual([[{ order_id: 1 }], 'The first 1 row; there are more.']);
	const nothing = await runTranche('sql', path, 'select * from orders where 0', '--format', 'json');
	expect([nothing.code, JSON.parse(nothing.stdout)]).toEqual([0, []]);
});

test('what is added is read as the table was, and what is left out of it is said', async () => {
	const { path, file } = await project();
	const titled = file('titled.csv', `Orders of the shop\n${NEWER}`);
	const added = await runTranche('import', path, titled, '--role', 'orders', '--append');
	expect([added.code, added.stderr]).toEqual([
		0,
		expect.stringContaining('Note: Left out before the table: 1 line ("Orders of the shop").'),
	]);
});

test('tables without a part are imported beside each other', async () => {
	const { path, file } = await project();
	for (const name of ['regions.csv', 'shops.csv']) {
		const done = await runTranche('import', path, file(name, 'code,label\n1,North\n2,South\n'), '--role', 'other');
		expect([done.code, done.stderr]).toEqual([0, expect.stringContaining(': other, 2 rows')]);
	}
	const { stdout } = await runTranche(
		'sql',
		path,
		'select count(*) as n from regions join shops using (code)',
		'--format',
		'json',
	);
	expect(JSON.parse(stdout)).toEqual([{ n: 2 }]);
});

test('a newer export replaces, adds or updates, and is refused without saying which', async () => {
	const { path, file } = await project();
	const newer = file('newer.csv', NEWER);
	const revenue = async () =>
		JSON.parse(
			(
				await runTranche('sql', path, 'select order_id, revenue from orders order by 1', '--format', 'json')
			).stdout.trim(),
		) as unknown;
	const refused = await runTranche('import', path, newer, '--role', 'orders');
	expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--replace, --append or --update')]);
	expect((await runTranche('import', path, newer, '--role', 'orders', '--append')).code).toBe(0);
	expect(await revenue()).toEqual([
		{ order_id: 1, revenue: 10.5 },
		{ order_id: 2, revenue: 20 },
		{ order_id: 4, revenue: 5 },
	]);
	expect((await runTranche('import', path, newer, '--role', 'orders', '--update')).code).toBe(0);
	expect(await revenue()).toEqual([
		{ order_id: 1, revenue: 10.5 },
		{ order_id: 2, revenue: 25 },
		{ order_id: 4, revenue: 5 },
	]);
	const replaced = await runTranche('import', path, newer, '--role', 'orders', '--replace', '--table', 'orders');
	expect(replaced.code).toBe(0);
	expect(await revenue()).toEqual([
		{ order_id: 2, revenue: 25 },
		{ order_id: 4, revenue: 5 },
	]);
});

test('a mistake in a query is marked in its line', async () => {
	const { path } = await project();
	const run = await runTranche('sql', path, 'select *\nfrom ordrs');
	expect([run.code, run.stdout, run.stderr]).toEqual([
		2,
		'',
		['Line 2, column 6: There is no table "ordrs" in this project.', '  from ordrs', '       ^^^^^'].join('\n'),
	]);
});

test.each([
	[['sql'], 'The project is missing'],
	[['sql', 'p.tranche'], 'The query is missing'],
	[['sql', 'p.tranche', 'select 1', '--format', 'xml'], 'Choose table, csv, json'],
	[['sql', 'p.tranche', 'select', '1'], 'Put the whole query in quotes'],
	[['sql', 'p.tranche', 'select 1', '--limit', '0'], '--limit takes a whole number'],
	[['sql', 'p.tranche', '--file', 'none.sql'], 'cannot be read'],
	[['sql', 'none.tranche', 'select 1'], 'There is no project at'],
	[['tables'], 'The project is missing'],
	[['tables', 'none.tranche'], 'There is no project at'],
	[['import'], 'The project is missing'],
	[['import', 'p.tranche'], 'There is nothing to read'],
	[['import', 'none.tranche', 'a.csv'], 'There is no project at'],
	[['import', 'p.tranche', 'a.csv', '--role', 'nope'], '--role "nope" does not exist'],
	[['import', 'p.tranche', 'a.csv', '--replace', '--append'], 'Choose one of --replace and --append'],
	[['import', 'p.tranche', 'a.csv', 'b.csv', '--table', 'x'], '--table names one table'],
	[['import', 'p.sqlite', 'a.csv', '--create'], 'ends in .tranche'],
])('bad input ends with code 2 and a sentence: %j', async (args, sentence) => {
	const run = await runTranche(...args);
	expect([run.code, run.stderr]).toEqual([2, expect.stringContaining(sentence)]);
});

test('a project that was made for a file that cannot be read goes away again, an older one stays as it is', async () => {
	const { folder, path, file } = await project();
	const made = join(folder, 'new.tranche');
	const empty = file('empty.csv', '');
	expect((await runTranche('import', made, empty, '--create')).code).toBe(2);
	expect([existsSync(made), existsSync(`${made}-journal`)]).toEqual([false, false]);
	expect((await runTranche('import', path, empty, '--create', '--role', 'customers')).code).toBe(2);
	expect(JSON.parse((await runTranche('tables', path, '--format', 'json')).stdout)).toHaveLength(1);
});
