import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { segmentMigration } from '#shared/model/segmentMigration.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';
import { runTranche } from './runTranche.ts';

const cdnow = resolve('../shared/data/cdnow/cdnow_transactions.csv');
if (!existsSync(cdnow)) {
	console.log('The data folder ../shared/data is absent: the migration of real data is left out.');
}

function files(): { readonly segments: string; readonly orders: string } {
	const folder = temporaryFolder();
	const segments = join(folder, 's.json');
	const rules = [
		{ id: 'active', name: 'Active', rule: 'recency_days <= 30', isPriority: true },
		{ id: 'quiet', name: 'Quiet', rule: 'recency_days > 30' },
	];
	writeFileSync(segments, JSON.stringify({ segments: rules, remainder: 'No order' }));
	const rows = Array.from({ length: 60 }, (_, customer) => {
		const first = `${customer},2025-03-${String(1 + (customer % 20)).padStart(2, '0')},10.10`;
		// Of 60 customers 20 order again; five begin in May.
		const again = customer < 20 ? [`${customer},2025-05-20,40.05`] : [];
		return [first, ...again];
	});
	const late = Array.from({ length: 5 }, (_, customer) => [`late${customer},2025-05-25,5.00`]);
	const orders = join(folder, 'orders.csv');
	writeFileSync(orders, ['customer_id,order_date,revenue', ...[...rows, ...late].flat(), ''].join('\n'));
	return { segments, orders };
}

test('who stayed, entered and left, who went where, and a leak, as text and as JSON', async () => {
	const scratch = temporaryFolder();
	vi.stubEnv('TMPDIR', scratch);
	const { segments, orders } = files();
	const dates = ['--from', '2025-03-31', '--to', '2025-05-31'];
	const text = await runTranche('migrate', segments, orders, ...dates);
	expect({ code: text.code, stderr: text.stderr }).toEqual({ code: 3, stderr: '' });
	const lines = text.stdout.split('\n');
	expect(lines[0]).toBe('2025-03-31 to 2025-05-31, 61 days; revenue of as many days up to each date.');
	expect(lines.find((line) => line.startsWith('Active  '))).toMatch(
		/^Active +60 +25 +20 +33\.3 % +22\.7 % to 45\.9 % +5 +5 +40 +606\.00 +826\.00$/,
	);
	expect(lines.find((line) => line.startsWith('in all'))).toMatch(/^in all +25 +40 +0 +65$/);
	expect(lines.find((line) => line.startsWith('leak'))).toContain('“Active” lost 35 members of 60');
	const json = await runTranche('migrate', segments, orders, ...dates, '--json');
	const { places, flows, total } = segmentMigration.parse(JSON.parse(json.stdout));
	const named = flows.map(({ from, to, people, revenueBefore, revenueAfter }) => [
		places[from]?.name,
		places[to]?.name,
		people,
		revenueBefore,
		revenueAfter,
	]);
	expect(named).toEqual([
		['Active', 'Active', 20, 202, 801],
		['Active', 'Quiet', 40, 404, 0],
		['Not yet a customer', 'Active', 5, 0, 25],
	]);
	expect(total).toMatchObject({ before: { people: 60, revenue: 606 }, after: { people: 65, revenue: 826 } });
	expect(readdirSync(scratch).filter((name) => name.startsWith('tranche-check-'))).toEqual([]);
});

test.skipIf(!existsSync(cdnow))('on real orders every row and column adds up', async () => {
	const { segments } = files();
	const run = await runTranche('migrate', segments, cdnow, '--from', '1998-01-01', '--to', '1998-06-30', '--json');
	const { customers, before, after, flows } = segmentMigration.parse(JSON.parse(run.stdout));
	expect(customers).toBe(2357);
	for (const [place, { people }] of before.entries()) {
		const row = flows.filter(({ from }) => from === place);
		expect(row.reduce((sum, flow) => sum + flow.people, 0)).toBe(people);
		const column = flows.filter(({ to }) => to === place);
		expect(column.reduce((sum, flow) => sum + flow.people, 0)).toBe(after[place]?.people);
	}
});

test.each([
	[['migrate'], 'The segments are missing'],
	[['migrate', 's.json'], 'The data is missing'],
	[['migrate', 's.json', 'o.csv'], '--from is missing'],
	[['migrate', 's.json', 'o.csv', '--from', '2025-01-01'], '--to is missing'],
	[['migrate', 's.json', 'o.csv', '--from', '2025-02-30', '--to', '2025-05-01'], 'is not a date'],
])('%j is refused in a sentence', async (args, sentence) => {
	const run = await runTranche(...args);
	expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
	expect(run.stderr).toContain(sentence);
});

test('dates in the wrong order and rules that cannot be read are refused', async () => {
	const { segments, orders } = files();
	const swapped = await runTranche('migrate', segments, orders, '--from', '2025-05-31', '--to', '2025-03-31');
	expect([swapped.code, swapped.stderr]).toEqual([2, expect.stringContaining('is not before the later one')]);
	const early = await runTranche('migrate', segments, orders, '--from', '2024-05-31', '--to', '2025-05-31');
	expect([early.code, early.stderr]).toEqual([2, expect.stringContaining('The first order is of 2025-03-01')]);
	writeFileSync(segments, JSON.stringify({ segments: [{ id: 'odd', rule: 'nothing_such > 1' }] }));
	const unread = await runTranche('migrate', segments, orders, '--from', '2025-03-31', '--to', '2025-05-31');
	expect([unread.code, unread.stderr]).toEqual([2, expect.stringContaining('cannot be used')]);
});
