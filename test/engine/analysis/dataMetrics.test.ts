import { expect, test } from 'vitest';
import { categories } from '../frame/eventRows.ts';
import { analyzeRows, numberOf, segmentationOf, tierAttribute } from './analyzeRows.ts';

const tiers = ['gold', 'gold', null, 'basic', 'basic'] as const;
const city = { name: 'city', table: 'customers', column: categories(['x', null, 'x', 'x', 'x']) } as const;
const unread = { name: 'note', table: 'customers', column: categories([null, null, null, null, null]) } as const;
const rules = { gold: "tier = 'gold'" };

test('M74 counts the attributes that rules read, and nothing else', () => {
	const one = analyzeRows({ customers: 5, attributes: [...tierAttribute(tiers), city, unread] }, segmentationOf(rules));
	// R 4.5: prop.test(4, 5, correct = FALSE)$conf.int
	expect(numberOf(one, 'data_completeness', null)).toMatchObject({
		metric: 'M74',
		value: 0.8,
		numerator: 4,
		denominator: 5,
		interval: { low: expect.closeTo(0.3755346, 6), high: expect.closeTo(0.9637759, 6), level: 0.95 },
	});
	const two = analyzeRows(
		{ customers: 5, attributes: [...tierAttribute(tiers), city, unread] },
		segmentationOf({ ...rules, x: "city = 'x'" }),
	);
	// R 4.5: t.test(c(2, 1, 1, 2, 2) / 2)$conf.int, cut at 1
	expect(numberOf(two, 'data_completeness', null)).toMatchObject({
		value: 0.8,
		numerator: 8,
		denominator: 10,
		n: 5,
		interval: { low: expect.closeTo(0.4599563, 6), high: 1, level: 0.95 },
	});
	expect(numberOf(two, 'data_completeness', 'gold')).toMatchObject({ value: 0.75, numerator: 3, denominator: 4 });
});

test('M74 counts all attributes while no rule reads one, and needs one', () => {
	const all = analyzeRows({ customers: 5, attributes: [city, unread] }, segmentationOf({}));
	expect(numberOf(all, 'data_completeness', null)).toMatchObject({ value: 0.4, numerator: 4, denominator: 10 });
	const none = analyzeRows({ customers: 5 }, segmentationOf({}));
	expect(numberOf(none, 'data_completeness', null)).toMatchObject({
		value: null,
		reason: 'Needs attributes of customers, from a customers table or from columns of other tables.',
	});
});

test('M75 compares the tag of the CRM with the segment, for customers with a tag', () => {
	const tag = categories([' Gold', 'basic', 'everyone else', null, 'Everyone else']);
	const found = analyzeRows({ customers: 5, attributes: tierAttribute(tiers), tag }, segmentationOf(rules));
	// R 4.5: prop.test(3, 4, correct = FALSE)$conf.int
	expect(numberOf(found, 'tagging_accuracy', null)).toMatchObject({
		metric: 'M75',
		value: 0.75,
		numerator: 3,
		denominator: 4,
		n: 4,
		interval: { low: expect.closeTo(0.3006418, 6), high: expect.closeTo(0.9544127, 6), level: 0.95 },
	});
	const bySegment = ['gold', 'remainder'].map((id) => numberOf(found, 'tagging_accuracy', id));
	expect(bySegment.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
		[1, 2],
		[2, 2],
	]);
	expect(bySegment[0]!.baseline).toMatchObject({ kind: 'rest', value: 1, n: 2 });
	const without = analyzeRows({ customers: 5, attributes: tierAttribute(tiers) }, segmentationOf(rules));
	expect(numberOf(without, 'tagging_accuracy', null)).toMatchObject({
		value: null,
		reason: expect.stringMatching(/^Needs the column/),
	});
});
