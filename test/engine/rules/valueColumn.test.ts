import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '#shared/model/columnType.ts';
import { checkValue } from '#shared/rules/checkRule.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { cellOf } from '../../../engine/columns/cellOf.ts';
import { silentJob } from '../../../engine/job.ts';
import { valueColumn, valuesOfRows } from '../../../engine/rules/valueColumn.ts';
import { arbitraryExpression } from './arbitraryTypedRule.ts';
import { referenceCell } from './referenceTruth.ts';
import { sampleFrame } from './sampleFrame.ts';

const { number, text, date, moment, condition } = arbitraryExpression;
/** More than two blocks, the last of them not full, and rows from each. */
const length = 2100;
const picked = [0, 1, 31, 32, 700, 1023, 1024, 1025, 1500, 2047, 2048, 2099, 5, 5];

test('values of random expressions are what the reference says, for whole columns and for picked rows', async () => {
	const frames = [sampleFrame(1, length), sampleFrame(2, length)];
	await fc.assert(
		fc.asyncProperty(
			fc.oneof(number, number, text, date, moment, condition),
			fc.constantFrom(...frames),
			async (expression, { frame, rows }) => {
				const { typed } = checkValue(printRule(expression), frame.fields, null);
				fc.pre(typed !== null);
				const whole = await valueColumn(typed!, frame, silentJob());
				const some = valuesOfRows(typed!, frame, picked);
				const wrong = picked.flatMap((row, place) => {
					const expected = referenceCell(expression, rows[row]!);
					const found = [cellOf(whole, row), cellOf(some, place)];
					return found.every((cell) => isSame(cell, expected)) ? [] : [{ row, expected, found }];
				});
				expect({ expression: printRule(expression), wrong }).toEqual({ expression: printRule(expression), wrong: [] });
			},
		),
		{ seed: 7, numRuns: 600 },
	);
});

/** The reference stays exact row by row where the engine, for the sake of other rows, goes on in doubles. */
function isSame(found: Cell, expected: Cell): boolean {
	return typeof found === 'number' && typeof expected === 'number'
		? Math.abs(found - expected) <= 1e-6 + 1e-9 * Math.abs(expected)
		: found === expected;
}
