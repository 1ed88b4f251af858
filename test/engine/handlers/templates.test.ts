import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Engine } from '../../../engine/handlers/Engine.ts';
import { EngineClient } from '../../../shared/protocol/EngineClient.ts';
import { channel } from '../../support/channel.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

function start() {
	const folder = temporaryFolder();
	const engine = new Engine(join(folder, 'data'));
	onTestFinished(() => engine.close());
	const ports = channel();
	engine.attach(ports.engine);
	const client = new EngineClient(ports.client);
	onTestFinished(() => client.close());
	const fileOf = (name: string, content: string) => {
		writeFileSync(join(folder, name), content);
		return join(folder, name);
	};
	return { folder, client, fileOf };
}

const january = 'Ref;Wer;Wann;Wert\nA1;k1;2026-01-02;5.50\nA2;k2;2026-01-03;7.25\n';
const february = 'wann;WERT;Ref;wer\n2026-02-02;1.00;A3;k1\n';

/** A file that nobody could guess, mapped by hand. */
async function savedTemplate({ client, fileOf }: ReturnType<typeof start>, name = 'Shop export') {
	const { plan } = await client.call('tables.preview', { path: fileOf('january.csv', january), overrides: {} });
	const { templates } = await client.call('templates.save', {
		name,
		headers: plan.columns.map((column) => column.name),
		mapping: {
			role: 'orders',
			fields: { customer_id: 'Wer', order_id: 'Ref', date: 'Wann', revenue: 'Wert' },
			attributes: [],
			arms: null,
			perOrder: ['revenue'],
		},
		columns: plan.columns,
	});
	return templates;
}

test('a template is applied to the next file with the same headers, whatever their order and case', async () => {
	const app = start();
	const [template] = await savedTemplate(app);
	const path = app.fileOf('february.csv', february);
	const { plan, guess } = await app.client.call('tables.preview', { path, overrides: {} });
	expect([guess.template, plan.mapping]).toEqual([
		{ id: template!.id, name: 'Shop export' },
		{
			role: 'orders',
			fields: { customer_id: 'wer', order_id: 'Ref', date: 'wann', revenue: 'WERT' },
			attributes: [],
			arms: null,
			perOrder: ['revenue'],
		},
	]);
	expect(guess.fields.map(({ reason }) => reason)).toContain('Template “Shop export” has it there.');
	const guessed = await app.client.call('tables.preview', { path, overrides: { template: null } });
	expect([guessed.guess.template, guessed.plan.mapping.perOrder]).toEqual([null, undefined]);
	const other = app.fileOf('other.csv', 'Ref;Wer;Wann\nA1;k1;2026-01-02\n');
	expect((await app.client.call('tables.preview', { path: other, overrides: {} })).guess.template).toBeNull();
	const chosen = await app.client.call('tables.preview', { path: other, overrides: { template: template!.id } });
	expect(chosen.plan.mapping.fields).toEqual({ customer_id: 'Wer', order_id: 'Ref', date: 'Wann' });
});

test('templates are renamed, deleted, and stay when other preferences change', async () => {
	const app = start();
	const [first] = await savedTemplate(app);
	await savedTemplate(app, 'Second');
	await app.client.call('preferences.write', { theme: 'dark' });
	const renamed = await app.client.call('templates.rename', { id: first!.id, name: 'Shop' });
	expect(renamed.templates.map(({ name }) => name)).toEqual(['Shop', 'Second']);
	await expect(app.client.call('templates.rename', { id: first!.id, name: 'Second' })).rejects.toMatchObject({
		code: 'conflict',
	});
	const left = await app.client.call('templates.delete', { id: first!.id });
	expect(left.templates.map(({ name }) => name)).toEqual(['Second']);
	await expect(app.client.call('templates.delete', { id: first!.id })).rejects.toMatchObject({ code: 'not-found' });
	const again = await savedTemplate(app, 'Second');
	expect(again).toHaveLength(1);
});

test('templates travel as a JSON file to another machine', async () => {
	const app = start();
	const [template] = await savedTemplate(app);
	const path = join(app.folder, 'templates.json');
	await app.client.call('templates.export', { path, ids: [template!.id] });
	expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ format: 'tranche-mapping-templates', version: 1 });
	await expect(app.client.call('templates.export', { path, ids: [template!.id] })).rejects.toMatchObject({
		code: 'conflict',
	});
	const other = start();
	const { templates, imported } = await other.client.call('templates.import', { path });
	expect([imported, templates.map(({ name, mapping }) => [name, mapping])]).toEqual([
		1,
		[['Shop export', template!.mapping]],
	]);
	const foreign = other.fileOf('foreign.json', '{"a": 1}');
	await expect(other.client.call('templates.import', { path: foreign })).rejects.toMatchObject({ code: 'data' });
});

test('keys that the project knows tell which column names the customer', async () => {
	const { client, folder, fileOf } = start();
	await client.call('project.create', { path: join(folder, 'p.tranche') });
	const people = Array.from({ length: 40 }, (_, row) => `K-${row};${row % 2 ? 'DE' : 'FR'}`);
	const customers = fileOf('customers.csv', `customer_id;country\n${people.join('\n')}\n`);
	const { plan } = await client.call('tables.preview', { path: customers, overrides: {} });
	await client.call('tables.import', { plan, replaces: null });
	const rows = Array.from(
		{ length: 60 },
		(_, row) => `${row + 1};X${row % 3};K-${row % 40};2026-01-0${1 + (row % 9)};${row}.50`,
	);
	const orders = fileOf('orders.csv', `order no;customer group;ref;day;amount\n${rows.join('\n')}\n`);
	const preview = await client.call('tables.preview', { path: orders, overrides: {} });
	expect(preview.guess.fields.find(({ field }) => field === 'customer_id')).toEqual({
		field: 'customer_id',
		column: 'ref',
		sureness: 0.9,
		reason: '100 % of its values are customers of this project.',
	});
});
