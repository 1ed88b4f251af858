import { describe, expect, test } from 'vitest';
import { checkRule } from '#shared/rules/checkRule.ts';
import type { NumberColumn } from '../../../engine/columns/Column.ts';
import type { Frame } from '../../../engine/frame/Frame.ts';
import { evaluateCondition } from '../../../engine/rules/evaluateCondition.ts';
import { OutcomeCache } from '../../../engine/rules/OutcomeCache.ts';
import { outcomeLetters } from './outcomeLetters.ts';

/** Two columns of cents: 0.10, 0.20, 1.15, -1.15 and 0.20, 0.10, 1.15, 90071992547409.91 (just below 2^53 cents). */
const cents: readonly (readonly [string, Int32Array | Float64Array])[] = [
	['a', Int32Array.of(10, 20, 115, -115)],
	['b', Float64Array.of(20, 10, 115, 9_007_199_254_740_991)],
];

const frame: Frame = {
	length: 4,
	asOfDay: 0,
	fields: cents.map(([name]) => ({
		name,
		type: 'decimal',
		origin: 'attribute',
		description: '',
		unit: null,
		nulls: 0,
		values: [],
	})),
	columns: new Map(
		cents.map(([name, values]): [string, NumberColumn] => [
			name,
			{ kind: 'number', type: 'decimal', values, scale: 2, isExact: true, length: 4, nulls: null },
		]),
	),
	customerId: String,
};

describe('decimals are compared and added as they are written, not as doubles', () => {
	test.each([
		['a = 0.1', 'TFFF'],
		['a + b = 0.3', 'TTFF'],
		['a * 3 = 0.3', 'TFFF'],
		['a - b = -0.1', 'TFFF'],
		['a = 1.150', 'FFTF'],
		['a = 1.1500001', 'FFFF'],
		['a < 1.1500001', 'TTTT'],
		['a <= 1.1499999', 'TTFT'],
		['a >= -1.1500001', 'TTTT'],
		['a > -1.1500001', 'TTTT'],
		['a < -1.1499999', 'FFFT'],
		['a != 0.1000000001', 'TTTT'],
		['a between 0.1 and 0.2', 'TTFF'],
		['a between 0.1001 and 0.1999', 'FFFF'],
		['a in (0.1, 1.15, 7)', 'TFTF'],
		['b = 90071992547409.91', 'FFFT'],
		['b > 90071992547409.90', 'FFFT'],
		['b < 90071992547409.92', 'TTTT'],
		['b < 123456789012345678901234567890', 'TTTT'],
		['a > -123456789012345678901234567890.5', 'TTTT'],
		['1.15 = b', 'FFTF'],
		['0.15 >= a', 'TFFT'],
	])('%s', (text, expected) => {
		const { typed } = checkRule(text, frame.fields);
		expect(typed && outcomeLetters(evaluateCondition(typed, frame, new OutcomeCache()), 4)).toBe(expected);
	});
});
