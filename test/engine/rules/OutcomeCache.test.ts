import { expect, test } from 'vitest';
import { constantOutcome } from '../../../engine/rules/Outcome.ts';
import { OutcomeCache } from '../../../engine/rules/OutcomeCache.ts';

/** Two bitmaps of 8 MiB: more than four of these exceed the cache, more than sixteen its larger limit. */
const large = (): ReturnType<typeof constantOutcome> => constantOutcome(64 * 1024 * 1024, true);

function isKept(cache: OutcomeCache, key: string): boolean {
	let isKnown = true;
	cache.get(key, () => {
		isKnown = false;
		return constantOutcome(1, true);
	});
	return isKnown;
}

test('a known condition is not evaluated again', () => {
	const cache = new OutcomeCache();
	const first = cache.get('a', () => constantOutcome(40, true));
	expect(cache.get('a', () => constantOutcome(40, false))).toBe(first);
});

test('the conditions that were not used for longest are dropped when the cache is full', () => {
	const cache = new OutcomeCache();
	for (const key of ['a', 'b', 'c', 'd']) {
		cache.get(key, large);
		cache.trim();
	}
	cache.get('a', large);
	cache.get('e', large);
	cache.trim();
	expect(cache.size).toBe(4);
	expect(['a', 'b', 'c'].map((key) => isKept(cache, key))).toEqual([true, false, true]);
});

test('what one evaluation needs is kept together up to a larger limit', () => {
	const cache = new OutcomeCache();
	for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) {
		cache.get(key, large);
	}
	cache.trim();
	expect(cache.size).toBe(6);
	cache.get('g', large);
	cache.trim();
	expect(cache.size).toBe(4);
	for (let index = 0; index < 30; index++) {
		cache.get(`more ${index}`, large);
	}
	expect(cache.size).toBe(16);
});
