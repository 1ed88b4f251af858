import { RFM_CELLS, RFM_SCORES } from '#shared/model/rfmBuilder.ts';
import type { ScoredDimension } from './scoreDimension.ts';

/** The cell of every customer, RFM_CELLS for those without scores. One plain loop per dimension: it runs over every customer. */
export function cellOfCustomers(dimensions: readonly ScoredDimension[], isScored: Uint8Array): Uint8Array {
	const codes = new Uint8Array(isScored.length);
	for (const { field, cuts, isReversed } of dimensions) {
		const { values } = field.column;
		const [first, second, third, fourth] = cuts.map(({ stored }) => stored);
		for (let row = 0; row < codes.length; row++) {
			const value = values[row]!;
			const group = +(value > first!) + +(value > second!) + +(value > third!) + +(value > fourth!);
			codes[row] = codes[row]! * RFM_SCORES + (isReversed ? RFM_SCORES - 1 - group : group);
		}
	}
	for (let row = 0; row < codes.length; row++) {
		codes[row] = isScored[row] === 1 ? codes[row]! : RFM_CELLS;
	}
	return codes;
}
