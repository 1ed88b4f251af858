import { expect, test } from 'vitest';
import { inferFields } from '#shared/rules/inferFields.ts';

test('types are told from how fields are used, through custom fields as well', () => {
	const customFields = [
		{ name: 'share', expression: 'margin / revenue' },
		{ name: 'is late', expression: 'last_order <= asof - 90 days' },
		{ name: 'place', expression: 'coalesce(city, country)' },
	];
	const fields = inferFields(['share < 0.2 and `is late`', "place = 'Graz' and member"], [], customFields);
	expect(Object.fromEntries(fields.map(({ name, type }) => [name, type]))).toEqual({
		margin: 'decimal',
		revenue: 'decimal',
		last_order: 'date',
		city: 'text',
		country: 'text',
		member: 'boolean',
	});
});
