import { expect, test } from 'vitest';
import { roleFacts, roles, tableRole } from '#shared/model/tableRole.ts';
import { isByCustomer, needsCustomer } from '#shared/model/tableMapping.ts';
import { normaliseHeader } from '#shared/model/tableRole/roleField.ts';

test('every role of the list has its facts, once', () => {
	expect(roles.map(({ id }) => id)).toEqual(tableRole.options);
});

test.each(roles.map(({ id }) => id))('the fields of %s are told apart and spelled in four languages', (id) => {
	const { fields, description } = roleFacts(id);
	expect(description.endsWith('.')).toBe(true);
	expect(new Set(fields.map((field) => field.id)).size).toBe(fields.length);
	for (const field of fields) {
		expect(field.synonyms.length, field.id).toBeGreaterThanOrEqual(6);
		expect(field.synonyms, field.id).toEqual(field.synonyms.map(normaliseHeader));
		expect([field.description.endsWith('.'), field.types.length > 0], field.id).toEqual([true, true]);
	}
});

test('umlauts, accents and signs do not matter in a header', () => {
	expect(['Größe (cm)', "Chiffre d'affaires", 'Nº de cliente', 'customer_ID'].map(normaliseHeader)).toEqual([
		'grossecm',
		'chiffredaffaires',
		'ndecliente',
		'customerid',
	]);
});

test('rows count by customer where they name one, and need one where nothing else could be meant', () => {
	const mapping = { fields: { customer_id: 'c' }, attributes: [], arms: null };
	const orders = { ...mapping, role: 'orders' } as const;
	expect([
		isByCustomer(orders),
		isByCustomer({ ...mapping, role: 'customers' }),
		isByCustomer({ ...mapping, role: 'costs', fields: {} }),
		needsCustomer(orders),
		needsCustomer({ ...orders, fields: { ...orders.fields, order_id: 'o' }, perOrder: ['revenue'] }),
		needsCustomer({ ...mapping, role: 'survey' }),
	]).toEqual([true, false, false, true, false, false]);
});
