import { expect, test } from 'vitest';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { missingFields } from '../../../../renderer/ui/mapping/missingFields.ts';
import {
	armOf,
	withArm,
	withAttribute,
	withEvent,
	withField,
	withKeyForm,
	withPerOrder,
	withRole,
} from '../../../../renderer/ui/mapping/withMapping.ts';

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

test('event values get and lose a meaning, and another event column has none yet', () => {
	const meant = withEvent({ ...mapping, events: { a: 'sent' } }, 'b', 'opened');
	expect(meant.events).toEqual({ a: 'sent', b: 'opened' });
	expect(withEvent(meant, 'a', null).events).toEqual({ b: 'opened' });
	expect(withField(meant, 'event', 'other').events).toBeUndefined();
	expect(withField(meant, 'campaign', 'other').events).toEqual(meant.events);
});

test('switches that are all off leave no trace in the mapping', () => {
	const once = withPerOrder(mapping, 'revenue', true);
	expect([once.perOrder, withPerOrder(once, 'revenue', false)]).toEqual([['revenue'], mapping]);
	const formed = withKeyForm(mapping, 'lower-case', true);
	expect([formed.keyForm, withKeyForm(formed, 'lower-case', false)]).toEqual([['lower-case'], mapping]);
});

test('in another role only the parts that it has stay', () => {
	expect(withRole({ ...mapping, events: { a: 'sent' } }, 'orders')).toEqual({
		role: 'orders',
		fields: { customer_id: 'id' },
		attributes: ['city'],
		arms: null,
	});
});
