import type { EventTable } from '../frame/EventTable.ts';
import type { UnmatchedRows } from './ProjectData.ts';

/** Counts the events whose customers are not in the base, and sums their revenue. */
export function unmatchedRows({ offsets, baseRows, columns }: EventTable, noun: string): UnmatchedRows {
	const revenue = columns.get('revenue');
	const amounts = revenue?.kind === 'number' ? revenue : null;
	let rows = 0;
	let customers = 0;
	let sum = 0;
	for (let customer = 0; customer < baseRows.length; customer++) {
		if (baseRows[customer] === -1) {
			customers++;
			const from = offsets[customer]!;
			const to = offsets[customer + 1]!;
			rows += to - from;
			for (let event = from; amounts !== null && event < to; event++) {
				sum += amounts.values[event]!;
			}
		}
	}
	return { rows, customers, noun, revenue: amounts === null ? null : sum / 10 ** amounts.scale };
}
