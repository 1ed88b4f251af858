import type { ImportPlan } from '#shared/model/importPlan.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import { EngineClient } from '#shared/protocol/EngineClient.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EngineChild } from '../../../engine/hosts/serve/EngineChild.ts';
import { Session } from '../../../engine/session/Session.ts';
import { engineChildPort } from '../../support/engineChildPort.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const ORDER_ROWS = 400_000;
const dialect = { delimiter: ',', quote: null, hasHeader: true, encoding: 'utf-8', hasByteOrderMark: false } as const;

function customersPlan(folder: string): ImportPlan {
	const path = join(folder, 'customers.csv');
	writeFileSync(
		path,
		`id,country\n${Array.from({ length: 50 }, (_, row) => `${row},${row % 2 ? 'DE' : 'AT'}\n`).join('')}`,
	);
	return {
		path,
		tableName: 'customers',
		dialect,
		columns: [
			{ name: 'id', type: 'integer' },
			{ name: 'country', type: 'text' },
		],
		mapping: { role: 'customers', fields: { customer_id: 'id' }, attributes: ['country'], arms: null },
	};
}

function ordersPlan(folder: string): ImportPlan {
	const path = join(folder, 'orders.csv');
	let text = 'customer,date,revenue\n';
	for (let row = 0; row < ORDER_ROWS; row++) {
		text += `${(row * 7919) % 50},2026-0${1 + (row % 9)}-1${row % 10},${row % 100}.${10 + (row % 90)}\n`;
	}
	writeFileSync(path, text);
	return {
		path,
		tableName: 'orders',
		dialect,
		columns: [
			{ name: 'customer', type: 'integer' },
			{ name: 'date', type: 'date' },
			{ name: 'revenue', type: 'decimal' },
		],
		mapping: {
			role: 'orders',
			fields: { customer_id: 'customer', date: 'date', revenue: 'revenue' },
			attributes: [],
			arms: null,
		},
	};
}

const withoutRevision = ({ revision: _, ...state }: ProjectState) => state;

function engine(folder: string) {
	process.env['TRANCHE_DATA_DIR'] = join(folder, 'data');
	const child = new EngineChild();
	onTestFinished(() => child.stop());
	return child;
}

test('killing the engine during an import leaves the project as it was, at any moment', async () => {
	const folder = temporaryFolder();
	const path = join(folder, 'client.tranche');
	const session = await Session.create(path);
	await session.importTable(customersPlan(folder), null);
	await session.close();
	const plan = ordersPlan(folder);
	const expected = await stateOf(path);

	const child = engine(folder);
	for (const killAtProgress of [1, 3, 6]) {
		const client = new EngineClient(engineChildPort(child));
		await client.call('project.open', { path });
		let seen = 0;
		const call = client.call(
			'tables.import',
			{ plan, replaces: null },
			{
				onProgress: () => {
					if (++seen === killAtProgress) {
						process.kill(child.processId!, 'SIGKILL');
					}
				},
			},
		);
		await expect(call).rejects.toMatchObject({ code: 'engine-gone' });
		expect(await stateOf(path)).toEqual(expected);
	}

	const client = new EngineClient(engineChildPort(child));
	await client.call('project.open', { path });
	const { table, project } = await client.call('tables.import', { plan, replaces: null });
	expect([table.rowsRead, table.rowsLoaded, project.customers]).toEqual([ORDER_ROWS, ORDER_ROWS, 50]);
});

test('an engine whose host goes away closes its project and ends', async () => {
	const folder = temporaryFolder();
	const path = join(folder, 'client.tranche');
	const child = engine(folder);
	const client = new EngineClient(engineChildPort(child));
	await client.call('project.create', { path });
	await child.stop();
	const session = await Session.open(path);
	await session.close();
	expect(child.processId).toBeNull();
});

async function stateOf(path: string) {
	const session = await Session.open(path);
	const state = withoutRevision(session.state);
	await session.close();
	return state;
}
