import { RFM_CELLS, type RfmFacts } from '#shared/model/rfmBuilder.ts';
import type { CustomerFrame } from '../../frame/CustomerFrame.ts';
import { revenueByCode } from '../revenueByCode.ts';

/** People and revenue of each cell; codes from RFM_CELLS on have no scores. */
export function cellFacts(frame: CustomerFrame, codes: Uint8Array): RfmFacts['cells'] {
	const people = new Int32Array(RFM_CELLS + 1);
	for (let row = 0; row < codes.length; row++) {
		people[codes[row]!]!++;
	}
	const revenue = revenueByCode(frame, codes, RFM_CELLS + 1);
	return Array.from({ length: RFM_CELLS }, (_, cell) => ({
		people: people[cell]!,
		revenue: revenue === null ? null : revenue.minor[cell]! / revenue.unit,
	}));
}
