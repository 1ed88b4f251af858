import { describe, expect, test } from 'vitest';
import { PatternError } from '#shared/rules/pattern/Pattern.ts';
import { parsePattern } from '#shared/rules/pattern/parsePattern.ts';

describe('patterns that could run away or mean something else here are refused, with a reason', () => {
	test.each([
		['(a', 0, 'not closed'],
		['a)', 1, 'closing parenthesis too many'],
		['[a-', 0, 'square bracket is not closed'],
		['[z-a]', 2, 'not a range'],
		['[[:alpha:]]', 1, 'Named classes'],
		['*a', 0, 'nothing before * to repeat'],
		['a**', 2, 'nothing before * to repeat'],
		['a{3,2}', 1, 'must not be above'],
		['(a)\\1', 3, '\\1 is not understood'],
		['a\\b', 1, '\\b is not understood'],
		['(?=a)', 0, 'Only (…) and (?:…)'],
		['(?<!a)b', 0, 'Only (…) and (?:…)'],
		['a\\', 1, 'is not understood'],
		['a{2000}', 1, 'too large'],
		['((a{30}){30}){30}', 13, 'too large'],
		['(x{9}){9}'.repeat(20), 0, 'too large'],
		['('.repeat(60) + 'a' + ')'.repeat(60), 50, 'more than 50 parentheses'],
	])('%s', (pattern, position, message) => {
		let caught: unknown;
		try {
			parsePattern(pattern);
		} catch (error) {
			caught = error;
		}
		expect(caught).toBeInstanceOf(PatternError);
		expect(caught).toMatchObject({ position, message: expect.stringContaining(message) });
	});
});
