import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepParts } from '../../../renderer/engine/keepParts.ts';

test('what says the same is the same object, what differs is new, at any depth', () => {
	const older = {
		segments: [
			{ id: 'a', people: 3 },
			{ id: 'b', people: 4 },
		],
		excluded: { rules: [] },
		ms: 5,
	};
	const newer = structuredClone({ ...older, segments: [older.segments[0], { id: 'b', people: 6 }], ms: 7 });
	const kept = keepParts(older, newer);
	expect(kept).toEqual({
		segments: [
			{ id: 'a', people: 3 },
			{ id: 'b', people: 6 },
		],
		excluded: { rules: [] },
		ms: 7,
	});
	expect(kept.segments[0]).toBe(older.segments[0]);
	expect(kept.excluded).toBe(older.excluded);
	expect(kept.segments[1]).not.toBe(older.segments[1]);
	expect(kept.segments).not.toBe(older.segments);
});

test('a value that says the same as a whole is the older one; keys and places that come or go make a difference', () => {
	const older = { list: [1, { x: null }], text: 'a' };
	expect(keepParts(older, structuredClone(older))).toBe(older);
	expect(keepParts<unknown>({ a: 1, b: undefined }, { a: 1 })).toEqual({ a: 1 });
	expect(keepParts<unknown>({ a: 1, b: 2 }, { a: 1, c: 2 })).toEqual({ a: 1, c: 2 });
	expect(keepParts<unknown>([1, 2], [1])).toEqual([1]);
	expect(keepParts<unknown>([], {})).toEqual({});
	expect(keepParts<unknown>(null, { a: 1 })).toEqual({ a: 1 });
	expect(keepParts<unknown>({ a: 1 }, null)).toBe(null);
});

test('it always says what the newer value says', () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.jsonValue(), (older, newer) => {
			expect(keepParts(structuredClone(older), structuredClone(newer))).toEqual(newer);
		}),
		{ seed: 7 },
	);
});
