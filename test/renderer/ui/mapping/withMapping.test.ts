import { expect, test } from 'vitest';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { missingFields } from '../../../../renderer/ui/mapping/missingFields.ts';
import { armOf, withArm, withAttribute, withField } from '../../../../renderer/ui/mapping/withMapping.ts';

const mapping: TableMapping = {
	role: 'recipients',
	fields: { customer_id: 'id', arm: 'group' },
	attributes: ['city'],
	arms: { treatment: ['T'], control: ['C'] },
};

test('a column plays one part: given another, it loses the first and stops being an attribute', () => {
	expect(withField(mapping, 'customer_id', 'city')).toEqual({
		...mapping,
		fields: { arm: 'group', customer_id: 'city' },
		attributes: [],
	});
	expect(withField(mapping, 'campaign', 'id').fields).toEqual({ arm: 'group', campaign: 'id' });
	expect(withField(mapping, 'customer_id', '').fields).toEqual({ arm: 'group' });
});

test('another arm column makes its values unknown', () => {
	expect(withField(mapping, 'arm', 'city').arms).toBeNull();
});

test('an attribute is added once and can be taken away', () => {
	expect(withAttribute(mapping, 'city', true).attributes).toEqual(['city']);
	expect(withAttribute(mapping, 'city', false).attributes).toEqual([]);
});

test('a value is in one arm or in none', () => {
	const moved = withArm(mapping, 'T', 'control');
	expect([armOf(moved, 'T'), armOf(moved, 'C'), armOf(moved, 'X')]).toEqual(['control', 'control', 'out']);
	expect(withArm(moved, 'T', 'out').arms).toEqual({ treatment: [], control: ['C'] });
	expect(withArm({ ...mapping, arms: null }, 'X', 'treatment').arms).toEqual({ treatment: ['X'], control: [] });
});

test('required fields without a column are named', () => {
	expect(missingFields({ ...mapping, fields: {} }).map((field) => field.id)).toContain('customer_id');
	expect(missingFields(mapping).map((field) => field.id)).not.toContain('customer_id');
});
