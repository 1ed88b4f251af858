import { RFM_CELLS, RFM_SCORES } from '#shared/model/rfmBuilder.ts';
import { scoresOf } from './rfmCells.ts';

export type Range = readonly [low: number, high: number];
/** Scores from and to, in the order of the dimensions. */
export type CellBox = readonly [recency: Range, frequency: Range, monetary: Range];

const ranges: readonly Range[] = Array.from({ length: RFM_SCORES }, (_, low) =>
	Array.from({ length: RFM_SCORES - low }, (_unused, more): Range => [low + 1, low + 1 + more]),
).flat();

interface FilledBox {
	readonly box: CellBox;
	readonly cells: readonly number[];
}

let known: readonly FilledBox[] | null = null;

/** Every box with its cells, largest first, so that of equally good ones the one with the shortest condition is taken. */
function allBoxes(): readonly FilledBox[] {
	known ??= ranges
		.flatMap((recency) =>
			ranges.flatMap((frequency) =>
				ranges.map((monetary): FilledBox => {
					const box: CellBox = [recency, frequency, monetary];
					return { box, cells: cellsOf(box) };
				}),
			),
		)
		.sort((left, right) => right.cells.length - left.cells.length);
	return known;
}

/**
 * Few boxes that together hold every wanted cell, none that is neither wanted nor free (free cells can hold nobody, because no value
 * has their scores). Greedy: always the box that brings most cells that are still missing. Boxes may share cells: they become parts
 * of one rule, joined by "or".
 */
export function coverCells(wanted: ReadonlySet<number>, free: ReadonlySet<number>): CellBox[] {
	const missing = new Set([...wanted].filter((cell) => !free.has(cell)));
	const usable = allBoxes().filter(({ cells }) => cells.every((cell) => wanted.has(cell) || free.has(cell)));
	const cover: CellBox[] = [];
	while (missing.size > 0) {
		let best = usable[0]!;
		let gain = 0;
		for (const candidate of usable) {
			const gained = candidate.cells.reduce((sum, cell) => sum + (missing.has(cell) ? 1 : 0), 0);
			if (gained > gain) {
				[best, gain] = [candidate, gained];
			}
		}
		cover.push(best.box);
		for (const cell of best.cells) {
			missing.delete(cell);
		}
	}
	return cover;
}

function cellsOf(box: CellBox): number[] {
	return Array.from({ length: RFM_CELLS }, (_, cell) => cell).filter((cell) =>
		scoresOf(cell).every((score, axis) => score >= box[axis]![0] && score <= box[axis]![1]),
	);
}
