import { expect, test } from 'vitest';
import type { FrameField } from '#shared/model/frameField.ts';
import { checkRule } from '#shared/rules/checkRule.ts';
import { exampleSegments } from '../../../renderer/features/segments/exampleSegments.ts';

function field(name: string, given: Partial<FrameField> = {}): FrameField {
	return { name, type: 'integer', origin: 'derived', description: '', unit: null, nulls: 0, values: [], ...given };
}

const orders = ['recency_days', 'order_count', 'tenure_days'].map((name) => field(name));
const recipients = ['sends', 'opens', 'clicks', 'conversions'].map((name) => field(name));
const region = field("Client's region", {
	type: 'text',
	origin: 'attribute',
	values: ["Val d'Aoste", 'Wien', '', 'Bern'],
});

test('with orders the examples are about buying, with recipients about response, with attributes about their values', () => {
	const names = (fields: readonly FrameField[]) => exampleSegments(fields).map(({ name }) => name);
	expect(names(orders)).toEqual(['Champions', 'At risk', 'New customers']);
	expect(names(recipients)).toEqual(['Engaged', 'Never open', 'Responders']);
	expect(names([region])).toEqual(["Val d'Aoste", 'Wien', 'Blank']);
	expect(names([field('age')])).toEqual([]);
});

test('every example is a rule without mistakes on the fields it was made for', () => {
	for (const fields of [orders, recipients, [region], [...orders, ...recipients, region]]) {
		const examples = exampleSegments(fields);
		expect(examples).toHaveLength(3);
		expect(examples.flatMap(({ rule }) => checkRule(rule, fields).diagnostics)).toEqual([]);
	}
});
