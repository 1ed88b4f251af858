import { RFM_CELLS, type RfmSettings } from '#shared/model/rfmBuilder.ts';
import type { BuiltSegment } from '../BuiltSegments.ts';
import { coverCells } from './coverCells.ts';
import { scoresOf } from './rfmCells.ts';
import type { ScoredDimension } from './scoreDimension.ts';

export interface RfmSegments {
	readonly segments: readonly BuiltSegment[];
	/** Where each segment of the map stands in `segments`; null when it is not there. */
	readonly places: readonly (number | null)[];
	/** Segments of the map that own no cell, and those whose cells no value can reach. */
	readonly withoutCells: readonly string[];
	readonly unreachable: readonly string[];
}

/** The cells of every segment as one rule: comparisons joined by "and", several blocks of cells by "or". */
export function rfmSegments(
	{ map }: RfmSettings,
	owners: readonly (number | null)[],
	dimensions: readonly ScoredDimension[],
): RfmSegments {
	const cells = Array.from({ length: RFM_CELLS }, (_, cell) => cell);
	const free = new Set(cells.filter((cell) => isUnreachable(cell, dimensions)));
	const segments: BuiltSegment[] = [];
	const places: (number | null)[] = [];
	const withoutCells: string[] = [];
	const unreachable: string[] = [];
	for (const [index, { name, description }] of map.entries()) {
		const own = new Set(cells.filter((cell) => owners[cell] === index));
		const blocks = coverCells(own, free).map((box) =>
			dimensions.flatMap(({ condition }, axis) => condition(...box[axis]!) ?? []).join(' and '),
		);
		if (blocks.length === 0) {
			(own.size === 0 ? withoutCells : unreachable).push(name);
			places.push(null);
			continue;
		}
		const rule = blocks.length === 1 ? blocks[0]! : blocks.map((block) => `(${block})`).join(' or ');
		places.push(segments.length);
		segments.push({ name, rule, description });
	}
	return { segments, places, withoutCells, unreachable };
}

/** No value has one of its scores, because two cuts coincide. */
function isUnreachable(cell: number, dimensions: readonly ScoredDimension[]): boolean {
	const scores = scoresOf(cell);
	return dimensions.some(({ condition }, axis) => condition(scores[axis]!, scores[axis]!) === null);
}
