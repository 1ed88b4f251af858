import type { TableMapping } from '#shared/model/tableMapping.ts';
import { expect, test } from 'vitest';
import { checkMapping } from '../../../engine/session/checkMapping.ts';

const columns = [
	{ name: 'Kunde', type: 'integer' },
	{ name: 'Datum', type: 'date' },
	{ name: 'Notiz', type: 'text' },
] as const;
const mapping = (fields: Record<string, string>, attributes: string[] = []): TableMapping => ({
	role: 'orders',
	fields,
	attributes,
	arms: null,
});
const check = (given: TableMapping) => () => checkMapping(given, columns, 'orders.csv');

test('a mapping of existing columns of fitting types is accepted', () => {
	expect(check(mapping({ customer_id: 'Kunde', date: 'Datum' }, ['Notiz']))).not.toThrow();
});

test('a mapping that cannot work says which field and which column', () => {
	expect(check(mapping({ date: 'Datum' }))).toThrow(/needs a column for "Customer"/);
	expect(check(mapping({ customer_id: 'Client' }))).toThrow(/no column "Client".*Its columns: Kunde, Datum, Notiz/);
	expect(check(mapping({ customer_id: 'Kunde', revenue: 'Notiz' }))).toThrow(
		/"Notiz" of orders\.csv holds text values, but "Revenue" needs integer or decimal/,
	);
	expect(check(mapping({ customer_id: 'Kunde', nonsense: 'Notiz' }))).toThrow(/no field "nonsense"/);
	expect(check(mapping({ customer_id: 'Kunde' }, ['Ort']))).toThrow(/no column "Ort"/);
});
