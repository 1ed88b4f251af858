import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePattern } from '#shared/rules/pattern/parsePattern.ts';
import { CodePointClasses } from '../../../engine/rules/pattern/CodePointClasses.ts';
import { compileProgram } from '../../../engine/rules/pattern/compileProgram.ts';
import { PatternMatcher } from '../../../engine/rules/pattern/PatternMatcher.ts';
import { PatternThreads } from '../../../engine/rules/pattern/PatternThreads.ts';
import { arbitraryPattern, arbitraryPatternText } from './arbitraryPattern.ts';

function matchesBytes(matcher: PatternMatcher, value: string): boolean {
	const bytes = Buffer.from(`a${value}b`);
	return matcher.matchesBytes(bytes, 1, bytes.length - 1);
}

/** As PatternMatcher does it once the states of a pattern have turned out to be too many. */
function matchesByThreads(source: string, value: string): boolean {
	const program = compileProgram(parsePattern(source));
	const classes = new CodePointClasses(program.steps.flatMap((step) => (step.kind === 'set' ? [step.set] : [])));
	const passes = program.steps.map((step) => (step.kind === 'set' ? classes.membership(step.set) : []));
	const threads = new PatternThreads(program, passes, classes.count);
	const { start } = new PatternMatcher(source);
	threads.begin(start.steps);
	const letters = Array.from(value, (letter) => classes.classOf(letter.codePointAt(0)!));
	const isFound = start.isMatch || letters.some((kind) => threads.advance(kind));
	return isFound || (letters.length === 0 ? start.isMatchAtEnd : threads.matchesAtEnd());
}

describe('matches', () => {
	test('the same texts as the regular expressions of JavaScript, read from strings or from bytes', () => {
		fc.assert(
			fc.property(
				arbitraryPattern,
				fc.array(arbitraryPatternText, { minLength: 1, maxLength: 8 }),
				fc.boolean(),
				(source, texts, ignoresCase) => {
					const matcher = new PatternMatcher(ignoresCase ? `(?i)${source}` : source);
					const expression = new RegExp(source, ignoresCase ? 'iu' : 'u');
					const expected = texts.map((value) => expression.test(value));
					expect(texts.map((value) => matcher.matches(value))).toEqual(expected);
					expect(texts.map((value) => matchesBytes(matcher, value))).toEqual(expected);
				},
			),
			{ seed: 5, numRuns: 2000 },
		);
	});

	test.each([
		['^1[0-9]{4}$', '10115', true],
		['^1[0-9]{4}$', '101156', false],
		['(?i)STRASSE', 'Hauptstrasse 1', true],
		['[]a]', ']', true],
		['a{,2}', 'a{,2}', true],
		['a\\$', 'a$', true],
		['[a\\-z]', '-', true],
		['', '', true],
		['a^b', 'ab', false],
	])('%s on %s: %s', (source, value, expected) => {
		expect(new PatternMatcher(source).matches(value)).toBe(expected);
	});

	test.each([
		'(a+)+$',
		'^(a|a)*$',
		'(a*)*b',
		'(a|aa)+$',
		'(.*)*x',
		'(x+x+)+y',
		'(a|b)*a(a|b){200}c',
		'^(([a-z])+.)+[A-Z]([a-z])+$',
	])('%s on 200,000 letters returns at once', (source) => {
		const start = performance.now();
		expect(new PatternMatcher(source).matches(`${'a'.repeat(200_000)}!`)).toBe(false);
		expect(performance.now() - start).toBeLessThan(5000);
	});

	test('an automaton with more states than are kept still gives the right answer', () => {
		let state = 1;
		const letters = Array.from({ length: 6000 }, () =>
			(state = (state * 48_271) % 2_147_483_647) % 2 === 0 ? 'a' : 'b',
		).join('');
		const source = '^(a|b)*a(a|b){14}c';
		const matcher = new PatternMatcher(source);
		const place = letters.length - 15;
		for (const letter of ['a', 'b']) {
			const value = `${letters.slice(0, place)}${letter}${letters.slice(place + 1)}c`;
			expect(matcher.matches(value)).toBe(letter === 'a');
		}
	});

	test('a pattern whose states never repeat is as quick on a million short texts as on one long one', () => {
		let state = 1;
		const letter = () => ((state = (state * 48_271) % 2_147_483_647) % 2 === 0 ? 'a' : 'b');
		const texts = Array.from({ length: 20_000 }, () => Buffer.from(Array.from({ length: 20 }, letter).join('')));
		const matcher = new PatternMatcher('(a|b)*a(a|b){18}$');
		const start = performance.now();
		const found = texts.map((bytes) => matcher.matchesBytes(bytes, 0, bytes.length));
		const durationMs = performance.now() - start;
		expect(found).toEqual(texts.map((bytes) => bytes[1] === 97));
		// 4 s at most for 400,000 characters: ten microseconds for each, on a slow computer. Without a limit on states it is a minute.
		expect(durationMs).toBeLessThan(4000);
	});

	test('following the steps one by one finds what the states find', () => {
		fc.assert(
			fc.property(arbitraryPattern, fc.array(arbitraryPatternText, { minLength: 1, maxLength: 8 }), (source, texts) => {
				const expression = new RegExp(source, 'u');
				expect(texts.map((value) => matchesByThreads(source, value))).toEqual(
					texts.map((value) => expression.test(value)),
				);
			}),
			{ seed: 6, numRuns: 1000 },
		);
	});
});
