import { assertNever } from '#shared/base/assertNever.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { OverlapAmount, SegmentOverlap } from '#shared/model/segmentOverlap.ts';
import type { ProofPair, SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import { valueOf, wholeAmount } from './amountText.ts';
import type { Measure } from './overlapState.ts';

/** `shared`: customers at hand match both. `possible`: nobody here does, but somebody could. `open`: not proved yet. */
export type CellMark = 'shared' | 'possible' | 'disjoint' | 'unprovable' | 'open';

export interface CellFacts {
	readonly mark: CellMark;
	readonly amount: OverlapAmount;
	readonly pair: ProofPair | null;
}

/** What is known of pairs; `first` comes first in the list. */
export type CellsOf = (first: string, second: string) => CellFacts;

export function cellsOf(overlap: SegmentOverlap, proof: SegmentationProof | null): CellsOf {
	const amounts = new Map(overlap.pairs.map((pair) => [`${pair.first} ${pair.second}`, pair]));
	const pairs = new Map(proof?.pairs.map((pair) => [`${pair.first} ${pair.second}`, pair]));
	const proved = new Set(proof?.rules.map(({ id }) => id));
	const nobody: OverlapAmount = { people: 0, revenue: overlap.base.revenue === null ? null : 0 };
	return (first, second) => {
		const pair = pairs.get(`${first} ${second}`) ?? null;
		const amount = amounts.get(`${first} ${second}`) ?? nobody;
		if (amount.people > 0) {
			return { mark: 'shared', amount, pair };
		}
		if (!proved.has(first) || !proved.has(second)) {
			return { mark: 'open', amount, pair };
		}
		return { mark: pair === null ? 'disjoint' : pair.verdict === 'overlap' ? 'possible' : 'unprovable', amount, pair };
	};
}

/** A pair in words, for hover and for screen readers. */
export function cellSentence(
	names: readonly [string, string],
	{ mark, amount }: CellFacts,
	currency: string | null,
): string {
	const both = names.join(' and ');
	switch (mark) {
		case 'shared':
			return `${both}: ${wholeAmount(amount, currency)} match both`;
		case 'possible':
			return `${both}: nobody in the data matches both, but somebody could`;
		case 'disjoint':
			return `${both}: proved disjoint, nobody can match both`;
		case 'unprovable':
			return `${both}: nobody in the data matches both; whether anybody could is not provable`;
		case 'open':
			return `${both}: nobody in the data matches both`;
		default:
			return assertNever(mark);
	}
}

/** Segments that fit into the matrix: all of them, or those that share most, in rule order. */
export function shownInMatrix(draft: Segmentation, overlap: SegmentOverlap, most: number): readonly string[] {
	const ids = draft.segments.map(({ id }) => id);
	if (ids.length <= most) {
		return ids;
	}
	const shared = new Map<string, number>();
	for (const { first, second, people } of overlap.pairs) {
		shared.set(first, (shared.get(first) ?? 0) + people);
		shared.set(second, (shared.get(second) ?? 0) + people);
	}
	const chosen = new Set(ids.toSorted((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0)).slice(0, most));
	return ids.filter((id) => chosen.has(id));
}

/** The pair that most is at stake in, else the first that is not proved disjoint; null where there is none. */
export function worstPair(
	draft: Segmentation,
	overlap: SegmentOverlap,
	proof: SegmentationProof | null,
	measure: Measure,
): { readonly first: string; readonly second: string } | null {
	const known = new Set(draft.segments.map(({ id }) => id));
	const isThere = ({ first, second }: { readonly first: string; readonly second: string }) =>
		known.has(first) && known.has(second);
	const [largest] = overlap.pairs.filter(isThere).toSorted((a, b) => valueOf(b, measure) - valueOf(a, measure));
	return largest ?? proof?.pairs.find((pair) => pair.verdict !== 'disjoint' && isThere(pair)) ?? null;
}
