import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { previewImport } from '../../../engine/import/previewImport.ts';
import { Session } from '../../../engine/session/Session.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { clientPlan } from './clientFiles.ts';

async function project() {
	const folder = temporaryFolder();
	const session = await Session.create(join(folder, 'client.tranche'));
	onTestFinished(() => session.close());
	const other = (name: string, csv: string) => {
		const path = join(folder, `${name}.csv`);
		writeFileSync(path, csv);
		return previewImport(path, { role: 'other' }).plan;
	};
	return { folder, session, other };
}

test('a project may have any number of tables without a part, and no figure changes by them', async () => {
	const { folder, session, other } = await project();
	await session.importTable(clientPlan(folder, 'customers'), null);
	await session.importTable(clientPlan(folder, 'orders'), null);
	const before = { customers: session.state.customers, fields: session.state.fields, asOf: session.state.asOf };
	await session.importTable(other('regions', 'country,region\nDE,Mitte\nAT,Alpen\n'), null);
	await session.importTable(
		other('old-orders', 'customer_id,order_date,amount\nc1,2031-01-01,5.00\nc8,2031-01-02,6.00\n'),
		null,
	);
	const { customers, fields, asOf, tables } = session.state;
	expect({ customers, fields, asOf }).toEqual(before);
	expect(tables.map(({ name, role, rowsLoaded, mapping }) => [name, role, rowsLoaded, mapping.attributes])).toEqual([
		['customers', 'customers', 4, ['customer_id', 'country', 'signup_date']],
		['orders', 'orders', 6, []],
		['regions', 'other', 2, []],
		['old-orders', 'other', 2, []],
	]);
	await expect(session.importTable(clientPlan(folder, 'orders'), null)).rejects.toMatchObject({ code: 'conflict' });
	expect(session.sql.tables().map(({ name }) => name)).toEqual(expect.arrayContaining(['regions', 'old-orders']));
});

test('a table without a part is given one later where no other table has it', async () => {
	const { session, other } = await project();
	const { id, mapping } = await session.importTable(other('a', 'order_id,customer_id,amount\n1,c1,2.50\n'), null);
	expect(session.state.customers).toBe(0);
	const fields = { order_id: 'order_id', customer_id: 'customer_id', revenue: 'amount' };
	await session.remapTable(id, { ...mapping, role: 'orders', fields });
	expect([session.state.customers, session.state.tables[0]?.role]).toEqual([1, 'orders']);
});

test('rows of a table whose events name no customer can be repaired', async () => {
	const { folder, session } = await project();
	const path = join(folder, 'log.csv');
	writeFileSync(path, 'time,action,count\n2026-01-01,view,1\n2026-01-02,view,x\n2026-01-03,open,3\n');
	const { plan } = previewImport(path, {
		types: { time: 'date', count: 'integer' },
		mapping: { role: 'log', fields: { date: 'time', action: 'action' }, attributes: [], arms: null },
	});
	const { id } = await session.importTable({ ...plan, misfits: 'quarantine' }, null);
	const loaded = await session.tables.loadFixed(id, { edits: [{ position: 0, text: '2026-01-02,view,2' }], rules: [] });
	expect([loaded.rowsLoaded, loaded.rowsQuarantined]).toEqual([3, 0]);
});
