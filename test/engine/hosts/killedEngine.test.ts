import type { ImportPlan } from '#shared/model/importPlan.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import { plainText } from '#shared/model/tableSource.ts';
import { EngineClient } from '#shared/protocol/EngineClient.ts';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
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
		source: plainText,
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
		source: plainText,
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

/** What must not differ. */
const withoutRevision = (state: ProjectState) => ({ ...state, revision: 0 });

function engine(folder: string) {
	vi.stubEnv('TRANCHE_DATA_DIR', join(folder, 'data'));
	const child = new EngineChild();
	onTestFinished(() => child.stop());
	return child;
}

test('killing the engine during an import leaves the project as it was, or with the whole import, at any moment', async () => {
	const folder = temporaryFolder();
	const original = join(folder, 'client.tranche');
	const session = await Session.create(original);
	await session.importTable(customersPlan(folder), null);
	await session.close();
	const plan = ordersPlan(folder);
	const child = engine(folder);

	const outcomes: string[] = [];
	for (const delayMs of [0, 150]) {
		const path = join(folder, `killed after ${delayMs}.tranche`);
		copyFileSync(original, path);
		const before = await stateOf(path);
		const client = new EngineClient(engineChildPort(child));
		await client.call('project.open', { path });
		let isKilled = false;
		const onProgress = () => {
			if (!isKilled) {
				isKilled = true;
				setTimeout(() => process.kill(child.processId!, 'SIGKILL'), delayMs);
			}
		};
		const ended = new Promise<void>((resolve) => client.onGone(resolve));
		await client.call('tables.import', { plan, replaces: null }, { onProgress }).catch((error: unknown) => {
			expect(error).toMatchObject({ code: 'engine-gone' });
		});
		await ended;
		const after = await stateOf(path);
		if (after.tables.length === before.tables.length) {
			expect(after).toEqual(before);
			outcomes.push('as before');
		} else {
			expect(after.tables.map(({ rowsLoaded }) => rowsLoaded)).toEqual([50, ORDER_ROWS]);
			outcomes.push('whole');
		}
	}
	expect(outcomes[0]).toBe('as before');
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
