import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMappingFile } from '../../../../engine/hosts/cli/readMappingFile.ts';

let folder: string;
let path: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'tranche-mapping-'));
	path = join(folder, 'm.json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(mapping: unknown) {
	writeFileSync(path, JSON.stringify(mapping));
	return () => readMappingFile(path);
}

test('fields are found by id and by the usual spellings', () => {
	expect(
		Object.fromEntries(read({ orders: { customer_id: 'Kunde', amount: 'Umsatz', attributes: ['Region'] } })()),
	).toEqual({
		orders: { fields: { customer_id: 'Kunde', revenue: 'Umsatz' }, attributes: ['Region'], arms: null, shape: {} },
	});
});

test('arm values are read', () => {
	expect(
		read({ recipients: { arm: 'Gruppe', arms: { treatment: ['A'], control: ['B'] } } })().get('recipients'),
	).toEqual({
		fields: { arm: 'Gruppe' },
		attributes: null,
		arms: { treatment: ['A'], control: ['B'] },
		shape: {},
	});
});

test('how rows are counted is read', () => {
	const shape = {
		events: { versendet: 'sent', geöffnet: 'opened' },
		keyForm: ['lower-case'],
	};
	expect(read({ recipients: { event: 'Ereignis', ...shape } })().get('recipients')).toEqual({
		fields: { event: 'Ereignis' },
		attributes: null,
		arms: null,
		shape,
	});
	expect(read({ recipients: { events: { versendet: 'posted' } } })).toThrow(
		/does not fit at recipients\.events\.versendet/,
	);
});

test('an unknown field is refused with the fields that exist', () => {
	expect(read({ orders: { colour: 'x' } })).toThrow(
		/names the field "colour" of orders, which does not exist\. Fields of orders: customer_id, order_id/,
	);
});

test('an unknown table and a wrong shape are refused', () => {
	expect(read({ invoices: { customer_id: 'x' } })).toThrow(/does not fit/);
	expect(read({ orders: { customer_id: 7 } })).toThrow(/does not fit at orders\.customer_id/);
});
