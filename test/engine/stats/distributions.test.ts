import { expect, test } from 'vitest';
import { chiSquareUpperTail } from '../../../engine/stats/chiSquareUpperTail.ts';
import { criticalValue } from '../../../engine/stats/criticalValue.ts';
import { fUpperTail } from '../../../engine/stats/fUpperTail.ts';
import { normalUpperQuantile, normalUpperTail } from '../../../engine/stats/normal.ts';
import { studentTTwoSided, studentTUpperQuantile, studentTUpperTail } from '../../../engine/stats/studentT.ts';
import golden from '../../golden/stats/distributions.json' with { type: 'json' };
import { misses } from './misses.ts';

const tolerance = 1e-10;

test('normal tails and quantiles keep their digits far out', () => {
	expect(misses(golden.normalUpperTail, ({ input }) => ({ p: normalUpperTail(input.z) }), tolerance)).toEqual([]);
	expect(misses(golden.normalUpperQuantile, ({ input }) => ({ z: normalUpperQuantile(input.p) }), tolerance)).toEqual(
		[],
	);
});

test("Student's t tails and quantiles hold from 1 to 123,456.7 degrees of freedom", () => {
	const tails = misses(
		golden.studentTUpperTail,
		({ input }) => ({ p: studentTUpperTail(input.t, input.df) }),
		tolerance,
	);
	const quantiles = misses(
		golden.studentTUpperQuantile,
		({ input }) => ({ t: studentTUpperQuantile(input.p, input.df) }),
		tolerance,
	);
	expect([...tails, ...quantiles]).toEqual([]);
});

test('chi-square and F upper tails do not cancel', () => {
	const chiSquare = misses(
		golden.chiSquareUpperTail,
		({ input }) => ({ p: chiSquareUpperTail(input.x, input.df) }),
		tolerance,
	);
	const f = misses(golden.fUpperTail, ({ input }) => ({ p: fUpperTail(input.f, input.df1, input.df2) }), tolerance);
	expect([...chiSquare, ...f]).toEqual([]);
});

test('two-sided p ignores the sign and f = 0 is no evidence', () => {
	expect(studentTTwoSided(-2.1, 9)).toBe(studentTTwoSided(2.1, 9));
	expect(studentTTwoSided(0, 9)).toBe(1);
	expect(studentTTwoSided(0, 1)).toBe(1);
	expect(fUpperTail(0, 3, 7)).toBe(1);
	expect(chiSquareUpperTail(0, 3)).toBe(1);
});

test('a level outside 0 to 1 is refused', () => {
	for (const level of [0, 1, 95, -0.5, Number.NaN]) {
		expect(() => criticalValue(level, null)).toThrow(/between 0 and 1/);
	}
});
