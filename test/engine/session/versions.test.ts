import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';
import { emptySegmentation, type Segmentation } from '#shared/model/segmentation.ts';
import { peopleMoved } from '../../../engine/analysis/peopleMoved.ts';
import { writeFrameSql } from '../../../engine/export/sql/writeFrameSql.ts';
import { writeTextFile } from '../../../engine/export/writeTextFile.ts';
import { silentJob } from '../../../engine/job.ts';
import { missingInRules } from '../../../engine/session/missingInRules.ts';
import { readSegmentsFile } from '../../../engine/session/readSegmentsFile.ts';
import { Session } from '../../../engine/session/Session.ts';
import { cellText } from '../../support/databases/TestDatabase.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { clientPlan } from './clientFiles.ts';

const first: Segmentation = {
	...emptySegmentation,
	segments: [
		{ id: 'big', name: 'Big', rule: 'revenue >= 50' },
		{ id: 'german', name: 'German', rule: "country = 'DE'" },
	],
};
const second: Segmentation = {
	...first,
	segments: [
		{ id: 'big', name: 'Big', rule: 'revenue >= 20' },
		{ id: 'alpine', name: 'Alpine', rule: "country in ('AT', 'CH')" },
	],
	exclusions: [{ id: 'third', name: 'Third', rule: "customer_id = 'c3'" }],
};

async function client() {
	const folder = temporaryFolder();
	const path = join(folder, 'client.tranche');
	const session = await Session.create(path);
	onTestFinished(() => session.close());
	for (const name of ['customers', 'orders'] as const) {
		await session.importTable(clientPlan(folder, name), null);
	}
	return { folder, path, session };
}

test('people moved: every customer is in one cell, places add up, and revenue to the cent', async () => {
	const { session } = await client();
	const stateOf = (segmentation: Segmentation) => ({ segmentation, assignment: session.segments.assign(segmentation) });
	const { flows, ...moved } = peopleMoved(session.frame, stateOf(first), stateOf(second));
	const names = flows.map(({ from, to, people, revenue, isStay }) => [
		moved.before[from]?.name,
		moved.after[to]?.name,
		people,
		revenue,
		isStay,
	]);
	// c1 has 115.00 and is big in both; c2 has 20.00; c3 is German and then excluded; c4 ordered nothing.
	expect(names).toEqual([
		['Big', 'Big', 1, 115, true],
		['German', 'Excluded', 1, 0, false],
		['Everyone else', 'Big', 1, 20, false],
		['Everyone else', 'Alpine', 1, 0, false],
	]);
	expect(moved).toEqual({
		customers: 4,
		before: [
			{ id: 'big', name: 'Big', kind: 'segment', people: 1, revenue: 115 },
			{ id: 'german', name: 'German', kind: 'segment', people: 1, revenue: 0 },
			{ id: 'remainder', name: 'Everyone else', kind: 'remainder', people: 2, revenue: 20 },
		],
		after: [
			{ id: 'big', name: 'Big', kind: 'segment', people: 2, revenue: 135 },
			{ id: 'alpine', name: 'Alpine', kind: 'segment', people: 1, revenue: 0 },
			{ id: 'remainder', name: 'Everyone else', kind: 'remainder', people: 0, revenue: 0 },
			{ id: 'not counted', name: 'Excluded', kind: 'excluded', people: 1, revenue: 0 },
		],
		moved: { people: 3, revenue: 20 },
		problems: [],
	});
});

test('a version whose rules no longer fit the data is compared, and the sentence says which rule matches nobody', async () => {
	const { session } = await client();
	const old = { ...first, segments: [{ id: 'old', name: 'Old', rule: 'loyalty_tier = 1' }] };
	const [before, after] = [old, first].map((segmentation) => ({
		segmentation,
		assignment: session.segments.assign(segmentation),
	}));
	expect(peopleMoved(session.frame, before!, after!).problems).toEqual([
		expect.stringMatching(/^Before: .*Old.*loyalty_tier/),
	]);
});

test('a segmentation goes to a file and comes back; taking it from the file can be undone', async () => {
	const { folder, session } = await client();
	const path = join(folder, 'segments.json');
	writeTextFile(path, JSON.stringify({ segments: second.segments, exclusions: second.exclusions }), false);
	expect(() => writeTextFile(path, '{}', false)).toThrow(/is there already/);
	await session.writeSegmentation(first, 'Define');
	await session.writeSegmentation(readSegmentsFile(path), 'Import segments');
	expect(session.state.segmentation).toEqual(second);
	await session.undo();
	expect(session.state.segmentation).toEqual(first);
});

test('before an import it is known which fields the project lacks and what else is wrong', async () => {
	const { session } = await client();
	const foreign: Segmentation = {
		...emptySegmentation,
		segments: [
			{ id: 'a', name: 'A', rule: "tier = 'gold' and basket > 3" },
			{ id: 'b', name: 'B', rule: 'country > 5 or `Last visit` > asof - 3 days' },
		],
		exclusions: [{ id: 'x', name: 'X', rule: 'is_staff' }],
		customFields: [{ name: 'basket', expression: 'revenue / visits' }],
	};
	const { missingFields, problems } = missingInRules(foreign, session.frame.fields);
	expect(missingFields.toSorted()).toEqual(['Last visit', 'is_staff', 'tier', 'visits']);
	expect(problems).toEqual([expect.stringMatching(/^Segment “B”: /)]);
	expect(missingInRules(first, session.frame.fields)).toEqual({ missingFields: [], problems: [] });
});

test('versions that an earlier Tranche saved are read with what they could not know', async () => {
	const { path, session } = await client();
	await session.writeSegmentation(first, 'Define');
	await session.saveVersion('old');
	await session.close();
	const database = new Database(path);
	const { exclusions: _exclusions, customFields: _customFields, ...old } = first;
	database.prepare('UPDATE versions SET definition = ?').run(JSON.stringify(old));
	database.prepare('UPDATE segmentation SET definition = ?').run(JSON.stringify(old));
	database.close();
	const again = await Session.open(path);
	onTestFinished(() => again.close());
	expect([again.version(again.state.versions[0]!.id), again.state.segmentation]).toEqual([first, first]);
	await again.restoreVersion(again.state.versions[0]!.id);
	expect(again.state.hasUnsavedVersion).toBe(false);
});

test('the customers leave with their SQL, the excluded too, and DuckDB gives each the segment that Tranche gives', async () => {
	const { folder, session } = await client();
	const dir = join(folder, 'out');
	const order = { session, segmentation: second, dir, job: silentJob() };
	await writeFrameSql({ ...order, dialect: 'duckdb' });
	expect(readdirSync(dir).toSorted()).toEqual(['create_table.sql', 'customers.csv', 'segments.sql']);
	await expect(writeFrameSql({ ...order, dialect: 'duckdb' })).rejects.toThrow(/already holds segments\.sql/);
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	onTestFinished(() => {
		connection.closeSync();
		instance.closeSync();
	});
	const create = readFileSync(join(dir, 'create_table.sql'), 'utf8');
	await connection.run(create);
	const load = /^-- (COPY .*)$/m.exec(create)?.[1] ?? '';
	await connection.run(load.replace('FILE', join(dir, 'customers.csv')));
	const found = await connection.runAndReadAll(readFileSync(join(dir, 'segments.sql'), 'utf8'));
	const rows = found.getRows().map((row) => row.map(cellText));
	expect(rows.toSorted((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''))).toEqual([
		['c1', 'big'],
		['c2', 'big'],
		['c3', 'third'],
		['c4', 'alpine'],
	]);
});

test('for SQLite the customers are a database; a refused rule leaves nothing behind', async () => {
	const { folder, session } = await client();
	const dir = join(folder, 'lite');
	const order = { session, dir, dialect: 'sqlite', job: silentJob() } as const;
	const refused = { ...second, segments: [{ id: 'm', name: 'M', rule: "country matches '^D+E'" }] };
	await expect(writeFrameSql({ ...order, segmentation: refused })).rejects.toMatchObject({ code: 'data' });
	expect(existsSync(dir)).toBe(false);
	await writeFrameSql({ ...order, segmentation: second });
	const database = new Database(join(dir, 'customers.sqlite'));
	onTestFinished(() => void database.close());
	const select = readFileSync(join(dir, 'segments.sql'), 'utf8');
	expect(database.prepare(select).raw().all()).toEqual([
		['c1', 'big'],
		['c2', 'big'],
		['c3', 'third'],
		['c4', 'alpine'],
	]);
});
