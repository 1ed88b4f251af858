import type { Job } from '../../job.ts';
import type { SufficientStatistics } from '../../stats/SufficientStatistics.ts';
import type { LeafStatistics } from './treeEstimates.ts';

/** Parts of the customers: those who are in neither have 0. */
export const TRAINING = 1;
export const HOLDOUT = 2;

const ROWS_PER_TICK = 200_000;

/** Sums of the outcome per leaf and part, about `center`. */
export async function leafStatistics(
	leafOfRow: Uint16Array,
	leaves: number,
	partOfRow: Uint8Array,
	values: Float64Array,
	center: number,
	job: Job,
): Promise<readonly LeafStatistics[]> {
	const size = leaves * 3;
	const counts = new Float64Array(size);
	const sums = new Float64Array(size);
	const squares = new Float64Array(size);
	for (let row = 0; row < leafOfRow.length; row++) {
		if (row % ROWS_PER_TICK === 0) {
			await job.tick(row, leafOfRow.length, 'Counting the leaves');
		}
		const group = leafOfRow[row]! * 3 + partOfRow[row]!;
		const value = values[row]!;
		const offset = value - center;
		counts[group]!++;
		sums[group]! += value;
		squares[group]! += offset * offset;
	}
	const at = (group: number): SufficientStatistics => ({
		n: counts[group]!,
		sumX: sums[group]!,
		sumY: counts[group]!,
		centerX: center,
		centerY: 1,
		sumXX: squares[group]!,
		sumYY: 0,
		sumXY: 0,
	});
	return Array.from({ length: leaves }, (_, leaf) => ({
		training: at(leaf * 3 + TRAINING),
		holdout: at(leaf * 3 + HOLDOUT),
	}));
}

/**
 * Share of the variance of one part that the means of the training part explain, 1 - Σ(y - ȳ_leaf)² / Σ(y - ȳ)²; null where nothing
 * varies. In the holdout it falls below 0 when the leaves are worse than no leaves.
 */
export function explainedShare(leaves: readonly LeafStatistics[], part: 'training' | 'holdout'): number | null {
	const learned = leaves.reduce((sum, { training }) => sum + training.sumX, 0);
	const learnedFrom = leaves.reduce((sum, { training }) => sum + training.n, 0);
	const mean = learned / learnedFrom;
	let left = 0;
	let all = 0;
	for (const leaf of leaves) {
		const own = leaf.training.n === 0 ? mean : leaf.training.sumX / leaf.training.n;
		left += squaresAbout(leaf[part], own);
		all += squaresAbout(leaf[part], mean);
	}
	return all > 0 ? 1 - left / all : null;
}

/** Σ(y - m)² from sums about another centre c: Σ(y-c)² - 2(m-c)Σ(y-c) + n(m-c)². */
function squaresAbout({ n, sumX, centerX, sumXX }: SufficientStatistics, mean: number): number {
	const shift = mean - centerX;
	return sumXX - 2 * shift * (sumX - n * centerX) + n * shift * shift;
}
