import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scrollScale } from '../../../../renderer/ui/grid/scrollScale.ts';

test('few rows scroll pixel by pixel', () => {
	const scale = scrollScale(24_000, 600);
	expect([scale.height, scale.maxOffset, scale.toOffset(1200), scale.toScrollTop(1200)]).toEqual([
		24_000, 23_400, 1200, 1200,
	]);
});

test('rows higher than a browser allows still reach from the first to the last', () => {
	const contentHeight = 100_000_000 * 24;
	const scale = scrollScale(contentHeight, 700);
	expect(scale.height).toBeLessThanOrEqual(15_000_000);
	expect([scale.toOffset(0), scale.toOffset(scale.height - 700)]).toEqual([0, contentHeight - 700]);
});

test('rows that fit do not scroll', () => {
	const scale = scrollScale(240, 700);
	expect([scale.maxOffset, scale.toOffset(50), scale.toScrollTop(50)]).toEqual([0, 0, 0]);
});

test('the two directions undo each other for any size', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 200_000_000 }),
			fc.integer({ min: 1, max: 3000 }),
			fc.double({ min: 0, max: 1, noNaN: true }),
			(rows, viewport, share) => {
				const scale = scrollScale(rows * 24, viewport);
				const offset = share * scale.maxOffset;
				expect(Math.abs(scale.toOffset(scale.toScrollTop(offset)) - offset)).toBeLessThan(1e-3);
			},
		),
		{ seed: 7 },
	);
});
