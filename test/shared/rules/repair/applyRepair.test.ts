import { expect, test } from 'vitest';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { applyRepair } from '#shared/rules/repair/applyRepair.ts';
import type { Repair } from '#shared/rules/repair/Repair.ts';

function listOf(...rules: readonly string[]): Segmentation {
	return { ...emptySegmentation, segments: rules.map((rule, index) => ({ id: `s${index}`, name: `S${index}`, rule })) };
}

function rulesAfter(segmentation: Segmentation, repair: Repair) {
	const result = applyRepair(segmentation, repair);
	return result.kind === 'refused' ? result.reason : result.segmentation.segments.map(({ rule }) => rule);
}

const subtract: Repair = { kind: 'subtract', steps: [{ id: 's1', without: ['s0'] }] };

test('a subtracted rule stands in coalesce, so that a missing value takes nobody away', () => {
	expect(rulesAfter(listOf('revenue > 100 or vip', 'order_count >= 5 and newsletter'), subtract)).toEqual([
		'revenue > 100 or vip',
		'order_count >= 5 and newsletter and not coalesce((revenue > 100 or vip), false)',
	]);
	expect(rulesAfter(listOf('vip', 'a = 1 or b = 2'), subtract)).toEqual([
		'vip',
		'(a = 1 or b = 2) and not coalesce(vip, false)',
	]);
});

test('remarks stay, and do not swallow what follows', () => {
	expect(rulesAfter(listOf('vip -- agreed in May', 'spend > 5 -- gross'), subtract)).toEqual([
		'vip -- agreed in May',
		'spend > 5 -- gross\n and not coalesce((vip -- agreed in May\n), false)\n',
	]);
});

test('two segments become one under the name of the first, or three without overlap', () => {
	const two = listOf('a > 1', 'b > 2');
	expect(applyRepair(two, { kind: 'merge', first: 's0', second: 's1' })).toEqual({
		kind: 'repaired',
		segmentation: { ...two, segments: [{ id: 's0', name: 'S0', rule: 'a > 1 or b > 2' }] },
	});
	expect(applyRepair(two, { kind: 'split', first: 's0', second: 's1' })).toEqual({
		kind: 'repaired',
		segmentation: {
			...two,
			segments: [
				{ id: 's0-and-s1', name: 'S0 and S1', rule: 'a > 1 and b > 2' },
				{ id: 's0', name: 'S0', rule: 'a > 1 and not coalesce((b > 2), false)' },
				{ id: 's1', name: 'S1', rule: 'b > 2 and not coalesce((a > 1), false)' },
			],
		},
	});
});

test('who refers to a segment that changes keeps the meaning, in rules, exclusions and custom fields', () => {
	const draft: Segmentation = {
		...listOf("not segment('S1')", 'spend > 5'),
		exclusions: [{ id: 'x', name: 'Staff', rule: "segment('s1') and staff" }],
		customFields: [{ name: 'is_big', expression: "coalesce(segment('S1'), false)" }],
	};
	const result = applyRepair(draft, subtract);
	expect(result).toEqual({
		kind: 'repaired',
		segmentation: {
			...draft,
			segments: [
				{ id: 's0', name: 'S0', rule: 'not spend > 5' },
				{ id: 's1', name: 'S1', rule: 'spend > 5 and not coalesce((not spend > 5), false)' },
			],
			exclusions: [{ id: 'x', name: 'Staff', rule: 'spend > 5 and staff' }],
			customFields: [{ name: 'is_big', expression: 'coalesce((spend > 5), false)' }],
		},
	});
});

test('what cannot be repaired is refused with what to do', () => {
	expect(rulesAfter(listOf('a > ', 'b > 2'), subtract)).toBe('The rule of “S0” cannot be read. Mend it first.');
	expect(rulesAfter(listOf('vip'), subtract)).toBe('A segment of this repair is not there any more.');
	const merge: Repair = { kind: 'merge', first: 's0', second: 's1' };
	expect(rulesAfter(listOf("segment('S1')", "segment('S0')"), merge)).toContain('in a circle');
	const long = `note != '${'x'.repeat(10_500)}'`;
	expect(rulesAfter(listOf(long, long), subtract)).toContain('too long');
});
