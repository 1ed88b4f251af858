import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';
import { runTranche } from './runTranche.ts';

const segments = {
	format: 'tranche.segmentation',
	version: 1,
	customFields: [{ name: 'basket', expression: 'revenue / order_count' }],
	exclusions: [{ id: 'staff', name: 'Staff', rule: "email ends with '@shop.example'" }],
	segments: [
		{ id: 'large', name: 'Large baskets', rule: 'basket > 50 and last_order_date >= asof - 1 months' },
		{ id: 'german', name: 'German', rule: "lower(country) = 'de'" },
	],
};

function files() {
	const folder = temporaryFolder();
	const at = (name: string) => join(folder, name);
	writeFileSync(at('s.json'), JSON.stringify(segments));
	writeFileSync(
		at('customers.csv'),
		'customer_id,email,country\nc1,a@x.example,DE\nc2,b@x.example,AT\nc3,c@shop.example,DE\nc4,d@x.example,de\nc5,e@x.example,\n',
	);
	writeFileSync(
		at('orders.csv'),
		'order_id,customer_id,order_date,revenue\n1,c1,2026-03-01,100.10\n2,c2,2026-03-01,90.00\n3,c2,2026-03-02,10.00\n4,c4,2026-03-02,50.01\n5,c3,2026-03-02,500.00\n',
	);
	return at;
}

test('without data the statement names the table, the key and the date, and types come from the rules', async () => {
	const at = files();
	const args = [
		'sql',
		at('s.json'),
		'--dialect',
		'postgresql',
		'--as-of',
		'2026-03-31',
		'--table',
		'crm',
		'--key',
		'id',
	];
	const { code, stdout, stderr } = await runTranche(...args);
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	expect(stdout).toBe(`-- Segments for PostgreSQL, as of 2026-03-31. The first condition that is true decides.
SELECT
	"id",
	CASE
		WHEN RIGHT("email", LENGTH('@shop.example')) = '@shop.example' THEN 'staff' -- excluded: Staff
		WHEN CAST("revenue" AS double precision) / NULLIF(CAST("order_count" AS double precision), 0) > 50 AND "last_order_date" >= DATE '2026-02-28' THEN 'large' -- Large baskets
		WHEN LOWER("country" COLLATE "und-x-icu") COLLATE "C" = 'de' THEN 'german' -- German
		ELSE 'remainder' -- Everyone else
	END AS segment_id
FROM "crm";`);
	const table = await runTranche(...args, '--create-table');
	expect(table.stdout).toContain(
		'CREATE TABLE "crm" (\n\t"id" text,\n\t"order_count" bigint,\n\t"revenue" numeric(18, 6),\n\t"last_order_date" date,',
	);
});

test('with tables the statement runs on the customers as they are exported and gives each the segment that Tranche gives', async () => {
	const at = files();
	await runTranche('import', at('p.tranche'), at('customers.csv'), at('orders.csv'), '--create');
	const exported = await runTranche('export', at('p.tranche'), 'assignments', '--out', at('c.sqlite'));
	expect(exported.code).toBe(0);
	const { code, stdout } = await runTranche(
		'sql',
		at('s.json'),
		at('p.tranche'),
		'--dialect=sqlite',
		'--table',
		'assignments',
	);
	expect(code).toBe(0);
	const database = new Database(at('c.sqlite'));
	try {
		expect(database.prepare(stdout).raw().all()).toEqual([
			['c1', 'large'],
			['c2', 'remainder'],
			['c3', 'staff'],
			['c4', 'large'],
			['c5', 'remainder'],
		]);
	} finally {
		database.close();
	}
	const audit = ['--customers', at('customers.csv'), '--orders', at('orders.csv'), '--segments', at('s.json')];
	await runTranche('audit', ...audit, '--out', at('out'));
	expect(readFileSync(at('out/assignments.csv'), 'utf8')).toContain('c1,large,Large baskets\nc2,remainder,');
});

test('what is missing or does not exist is said with what to choose from', async () => {
	const at = files();
	expect(await runTranche('sql', at('s.json'))).toMatchObject({
		code: 2,
		stderr: expect.stringMatching(
			/^Name the database with --dialect: postgresql, clickhouse, duckdb, sqlite, snowflake, bigquery\./,
		),
	});
	expect((await runTranche('sql', at('s.json'), '--dialect', 'oracle')).stderr).toMatch(
		/^--dialect "oracle" does not exist/,
	);
	writeFileSync(
		at('m.json'),
		JSON.stringify({ segments: [{ id: 'a', name: 'Mails', rule: "email matches '^[a-z]+@[a-z]+$'" }] }),
	);
	expect(await runTranche('sql', at('m.json'), '--dialect', 'sqlite')).toMatchObject({
		code: 2,
		stderr: expect.stringMatching(/^The segment “Mails”: SQLite has no regular expressions/),
	});
	writeFileSync(at('w.json'), JSON.stringify({ segments: [{ id: 'a', rule: 'revenue > "ten"' }] }));
	expect((await runTranche('sql', at('w.json'), '--dialect', 'duckdb')).stderr).toMatch(/^The segment “a”: /);
});
