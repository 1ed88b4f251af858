import { RFM_CELLS, type RfmBox, type RfmSettings } from '#shared/model/rfmBuilder.ts';

type Scores = readonly [recency: number, frequency: number, monetary: number];

/** Scores 1 to 5 of a cell. */
export function scoresOf(cell: number): Scores {
	return [Math.floor(cell / 25) + 1, (Math.floor(cell / 5) % 5) + 1, (cell % 5) + 1];
}

/** Per cell the boxes that claim it, in their order. */
export function claimsOf(map: readonly RfmBox[]): number[][] {
	return Array.from({ length: RFM_CELLS }, (_, cell) =>
		map.flatMap((box, index) => (distance(box, scoresOf(cell)) === 0 ? [index] : [])),
	);
}

/**
 * The one owner of every cell, null for the remainder: what a person said, else the box that claims it, else the repair. The nearest
 * box is the one with the least distance in scores (Euclidean) from the cell to its nearest cell; of several, the first.
 */
export function ownersOf({ map, contested, uncovered, overrides }: RfmSettings): (number | null)[] {
	const claims = claimsOf(map);
	const sizes = map.map((_, index) => claims.filter((boxes) => boxes.includes(index)).length);
	const said = new Map(overrides.map(({ cell, segment }) => [cell, segment]));
	return claims.map((boxes, cell) => {
		const chosen = said.get(cell);
		if (chosen !== undefined) {
			return chosen !== null && chosen < map.length ? chosen : null;
		}
		if (boxes.length > 0) {
			return contested === 'first' ? boxes[0]! : least(boxes, (index) => sizes[index]!);
		}
		const all = map.map((_, index) => index);
		return uncovered === 'remainder' ? null : least(all, (index) => distance(map[index]!, scoresOf(cell)));
	});
}

/** The first of those with the least figure. */
function least(indexes: readonly number[], figure: (index: number) => number): number {
	return indexes.reduce((best, index) => (figure(index) < figure(best) ? index : best), indexes[0]!);
}

/** Squared, which orders alike. */
function distance(box: RfmBox, scores: Scores): number {
	return [box.recency, box.frequency, box.monetary].reduce((sum, [low, high], axis) => {
		const gap = Math.max(low - scores[axis]!, scores[axis]! - high, 0);
		return sum + gap * gap;
	}, 0);
}
