import type { ChartTable } from './ChartTable.ts';
import { numberCell, textCell } from './ChartTable.ts';
import { formatQuantity, type Quantity } from './formatQuantity.ts';
import type { LiftRow } from './liftRows.ts';
import { isWithheld } from './withheld.ts';

/** The lift chart as a table, in the order of its rows. */
export function liftTable(rows: readonly LiftRow[], quantity: Quantity): ChartTable {
	const asValue: Quantity = { ...quantity, scale: 'value' };
	const isValue = quantity.scale === 'value';
	const name = isValue ? 'Value' : quantity.scale === 'lift' ? 'Lift' : 'Difference';
	const write = (value: number) => formatQuantity(value, quantity);
	const writeValue = (value: number) => formatQuantity(value, asValue);
	return {
		columns: [
			{ label: 'Segment', isNumeric: false },
			{ label: 'n', isNumeric: true },
			...(isValue ? [] : [{ label: 'Value', isNumeric: true }]),
			{ label: name, isNumeric: true },
			{ label: 'Low', isNumeric: true },
			{ label: 'High', isNumeric: true },
			...(isValue ? [] : [{ label: 'Smallest difference found', isNumeric: true }]),
			{ label: 'Adjusted p', isNumeric: true },
			{ label: 'Verdict', isNumeric: false },
		],
		rows: rows.map(({ name: segment, record, estimate, detectable }) => [
			textCell(segment),
			numberCell(record.n, (value) => value.toLocaleString('en')),
			...(isValue ? [] : [numberCell(isWithheld(record, 'value') ? null : record.value, writeValue)]),
			numberCell(estimate?.value, write),
			numberCell(estimate?.low, write),
			numberCell(estimate?.high, write),
			...(isValue ? [] : [numberCell(detectable, write)]),
			numberCell(record.pAdjusted, (p) => (p < 0.001 ? '< 0.001' : p.toFixed(3))),
			textCell(
				isWithheld(record, quantity.scale) ? 'Too few to judge' : verdictOf(record.isSignificant, record.reason),
			),
		]),
	};
}

function verdictOf(isSignificant: boolean | null, reason: string | null): string {
	return isSignificant === null
		? (reason ?? 'Not tested')
		: isSignificant
			? 'Differs beyond chance'
			: 'Could be chance';
}
