import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAll } from '../../import/source/readAll.ts';
import { openXlsx } from '../../../../engine/import/source/xlsx/openXlsx.ts';
import { runTranche } from './runTranche.ts';

const dir = mkdtempSync(join(tmpdir(), 'tranche-cli-export-'));
const project = join(dir, 'client.tranche');
const at = (name: string) => join(dir, name);

beforeAll(async () => {
	const csv =
		'customer_id,order_date,amount,channel\n007,2024-01-31,59.30,web\n008,2024-02-29,-5.00,=shop\n007,2024-03-01,,web\n';
	writeFileSync(at('orders.csv'), csv);
	const { code, stderr } = await runTranche('import', project, at('orders.csv'), '--role', 'orders', '--create');
	expect({ code, stderr }).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(dir, { recursive: true }));

test('a table becomes a file of the format that its name tells', async () => {
	const { code, stderr } = await runTranche('export', project, 'orders', '--out', at('out.csv'));
	expect({ code, stderr }).toEqual({ code: 0, stderr: `Done: 3 rows in ${at('out.csv')}.` });
	expect(readFileSync(at('out.csv'), 'utf8')).toBe(
		"customer_id,order_date,amount,channel\n007,2024-01-31,59.30,web\n008,2024-02-29,-5.00,'=shop\n007,2024-03-01,,web\n",
	);
});

test('a rule and columns choose what is written', async () => {
	const where = "amount < 0 or order_date > date '2024-02-29'";
	const args = ['--where', where, '--columns', 'order_date, customer_id', '--format', 'csv-semicolon'];
	const { code, stderr } = await runTranche('export', project, 'Orders', '--out', at('some.txt'), ...args);
	expect({ code, stderr }).toEqual({ code: 0, stderr: `Done: 2 rows in ${at('some.txt')}.` });
	expect(readFileSync(at('some.txt'), 'utf8')).toBe('\ufefforder_date;customer_id\n2024-02-29;008\n2024-03-01;007\n');
});

test('assignments are every customer with their segment and fields', async () => {
	const { stderr } = await runTranche(
		'export',
		project,
		'assignments',
		'--out',
		at('who.xlsx'),
		'--columns',
		'customer,segment_name,order_count',
	);
	expect(stderr).toBe(`Done: 2 rows in ${at('who.xlsx')}.`);
	expect((await readAll(await openXlsx(at('who.xlsx'), null))).rows).toEqual([
		['007', 'Everyone else', 2],
		['008', 'Everyone else', 1],
	]);
});

describe('bad input ends with 2, a sentence and no file', () => {
	const out = ['--out', at('bad.csv')];
	test.each([
		[[], 'The project is missing'],
		[[project], 'The table is missing'],
		[[project, 'orders'], 'The file to write is missing'],
		[[project, 'orders', 'more', ...out], 'one word too many'],
		[[project, 'nothing', ...out], 'The project has no table "nothing". Its tables: orders.'],
		[[project, 'orders', '--out', at('bad.doc')], 'does not tell the format'],
		[[project, 'orders', '--format', 'pdf', ...out], '--format "pdf" does not exist. Choose csv, csv-semicolon, xlsx'],
		[[project, 'orders', '--where', 'amont > 1', ...out], 'The rule cannot be used'],
		[[project, 'orders', '--columns', 'a,b', ...out], 'orders has no column "a"'],
		[[project, 'orders', '--out', project, '--format', 'csv', '--overwrite'], '--out names the project itself'],
		[[project, 'orders', '--out', at('orders.csv')], 'is there already. Nothing was replaced'],
		[[at('none.tranche'), 'orders', ...out], 'none.tranche'],
	])('%j', async (args, sentence) => {
		const { code, stderr } = await runTranche('export', ...args);
		expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(sentence) });
		expect(existsSync(at('bad.csv'))).toBe(false);
		expect(readdirSync(dir).filter((name) => name.includes('partial'))).toEqual([]);
	});
});
