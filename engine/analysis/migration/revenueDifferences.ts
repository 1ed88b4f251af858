import type { SufficientStatistics } from '../../stats/SufficientStatistics.ts';

export interface SpentCodes {
	readonly codes: Uint8Array;
	readonly spent: ArrayLike<number>;
}

/**
 * Per segment the differences within customers, x = spent after as a member less spent before as a member, over all who count at either
 * date; the last entry is the total, whatever the segment. Codes below `segments` count.
 */
export function revenueDifferences(
	before: SpentCodes,
	after: SpentCodes,
	segments: number,
): readonly SufficientStatistics[] {
	const sums = new Float64Array(segments + 1);
	const squares = new Float64Array(segments + 1);
	let n = 0;
	const add = (place: number, difference: number): void => {
		sums[place]! += difference;
		squares[place]! += difference * difference;
	};
	for (let row = 0; row < after.codes.length; row++) {
		const [from, to] = [before.codes[row]!, after.codes[row]!];
		const [isBefore, isAfter] = [from < segments, to < segments];
		if (!isBefore && !isAfter) {
			continue;
		}
		n++;
		const [was, is] = [isBefore ? before.spent[row]! : 0, isAfter ? after.spent[row]! : 0];
		if (from === to) {
			add(from, is - was);
		} else {
			if (isBefore) {
				add(from, -was);
			}
			if (isAfter) {
				add(to, is);
			}
		}
		add(segments, is - was);
	}
	return Array.from(sums, (sumX, place) => ({
		n,
		sumX,
		sumXX: squares[place]!,
		sumY: 0,
		sumYY: 0,
		sumXY: 0,
		centerX: 0,
		centerY: 0,
	}));
}
