import type { RfmFacts } from '#shared/model/rfmBuilder.ts';

export interface PlaceOwners {
	/** Place in the proposal of the segment with most people there, or most cells where nobody is; null for the remainder. */
	readonly main: number | null;
	readonly isMixed: boolean;
	/** Numbers of all segments there, as the table counts them. */
	readonly names: string;
}

export function ownersAt({ owners, places, cells: all }: RfmFacts, cells: readonly number[]): PlaceOwners {
	const weights = new Map<number | null, number>();
	for (const cell of cells) {
		const segment = owners[cell] ?? null;
		const owner = segment === null ? null : (places[segment] ?? null);
		weights.set(owner, (weights.get(owner) ?? 0) + all[cell]!.people + 1e-3);
	}
	const ranked = [...weights].sort(([, left], [, right]) => right - left).map(([owner]) => owner);
	return {
		main: ranked[0] ?? null,
		isMixed: ranked.length > 1,
		names: ranked.map((owner) => (owner === null ? 'remainder' : owner + 1)).join(' and '),
	};
}
