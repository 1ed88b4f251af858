import { fUpperTail } from './fUpperTail.ts';
import { groupOffsets } from './groupOffsets.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';

export interface OneWayAnova {
	readonly betweenSquares: number;
	readonly betweenDegreesOfFreedom: number;
	readonly withinSquares: number;
	readonly withinDegreesOfFreedom: number;
	/** Share of the variance that lies between groups (eta squared); null if there is none at all. */
	readonly rSquared: number | null;
	/** Both null where nothing varies within the groups. */
	readonly f: number | null;
	readonly p: number | null;
}

/**
 * One-way analysis of variance of x between groups of independent customers with equal spread:
 * between = Σ n_g(x̄_g - x̄)², within = Σ Σ(x - x̄_g)², F = (between/(k-1)) / (within/(N-k)).
 *
 * Empty groups are left out; null with fewer than two groups or no degrees of freedom within. Where spreads differ, which
 * for revenue is the rule, use `welchAnova`. Source: Fisher 1925; NIST StRD; R `aov`.
 */
export function oneWayAnova(groups: readonly SufficientStatistics[]): OneWayAnova | null {
	const filled = groupOffsets(groups);
	const total = filled.reduce((sum, { n }) => sum + n, 0);
	const betweenDegreesOfFreedom = filled.length - 1;
	const withinDegreesOfFreedom = total - filled.length;
	if (betweenDegreesOfFreedom < 1 || withinDegreesOfFreedom < 1) {
		return null;
	}
	const mean = filled.reduce((sum, { n, offset }) => sum + n * offset, 0) / total;
	const betweenSquares = filled.reduce((sum, { n, offset }) => sum + n * (offset - mean) ** 2, 0);
	const withinSquares = filled.reduce((sum, { squares }) => sum + squares, 0);
	const all = betweenSquares + withinSquares;
	const f =
		withinSquares === 0 ? null : betweenSquares / betweenDegreesOfFreedom / (withinSquares / withinDegreesOfFreedom);
	return {
		betweenSquares,
		betweenDegreesOfFreedom,
		withinSquares,
		withinDegreesOfFreedom,
		rSquared: all === 0 ? null : betweenSquares / all,
		f,
		p: f === null ? null : fUpperTail(f, betweenDegreesOfFreedom, withinDegreesOfFreedom),
	};
}
