/** One group behind a figure. `events` is null where the figure is not a rate. */
export interface GroupSize {
	readonly n: number;
	readonly events: number | null;
}

export type Sufficiency = 'enough' | 'thin' | 'too-few';

const fewestUnits = 30;
const fewestEvents = 5;

/**
 * Whether the groups behind a figure carry it (STATISTICS D7): `too-few` if any has fewer than 30 units or fewer than 5
 * events (show counts, hide percentages and lift), `thin` if any is below the project's floor (100 by default), otherwise
 * `enough`. A figure without groups has too few.
 */
export function sufficiency(groups: readonly GroupSize[], floor: number): Sufficiency {
	const isTooFew = ({ n, events }: GroupSize): boolean => n < fewestUnits || (events !== null && events < fewestEvents);
	if (groups.length === 0 || groups.some(isTooFew)) {
		return 'too-few';
	}
	return groups.some(({ n }) => n < floor) ? 'thin' : 'enough';
}
