import { centeredMoments } from './centeredMoments.ts';
import { recenterStatistics } from './recenterStatistics.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';

export interface GroupOffset {
	readonly n: number;
	/** Mean of x minus the centre that all groups share. */
	readonly offset: number;
	/** Σ(x - x̄)² within the group. */
	readonly squares: number;
}

/**
 * The x side of several groups about one common centre (the first group's), so that analyses of variance compare small
 * offsets instead of large means. Empty groups are left out.
 */
export function groupOffsets(groups: readonly SufficientStatistics[]): readonly GroupOffset[] {
	const filled = groups.filter(({ n }) => n > 0);
	const center = filled[0]?.centerX ?? 0;
	return filled.map((group) => {
		const moved = group.centerX === center ? group : recenterStatistics(group, center, group.centerY);
		return {
			n: moved.n,
			offset: (moved.sumX - moved.n * center) / moved.n,
			squares: centeredMoments(group).xx,
		};
	});
}
