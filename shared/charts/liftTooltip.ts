import type { BaselineKind } from '#shared/model/settings.ts';
import { baselineName } from './baselineWords.ts';
import { escapeHtml } from './escapeHtml.ts';
import { formatP } from './formatP.ts';
import { formatQuantity, type Quantity } from './formatQuantity.ts';
import type { LiftRow } from './liftRows.ts';
import { countsText, isWithheld } from './withheld.ts';

/** HTML of the box beside the pointer: the full segment name, its value, the comparison and how sure it is. */
export function liftTooltip(row: LiftRow | undefined, quantity: Quantity, baseline: BaselineKind): string {
	if (row === undefined) {
		return '';
	}
	const { record, estimate } = row;
	const baselineValue = record.baseline?.value ?? null;
	const { low = null, high = null } = estimate ?? {};
	const value: Quantity = { ...quantity, scale: 'value' };
	const lines = [
		`<strong>${escapeHtml(row.name)}</strong>`,
		record.value === null
			? (record.reason ?? 'No figure')
			: isWithheld(record, 'value')
				? `${countsText(record) ?? 'Counts'}: too few to give a percentage`
				: `Value ${formatQuantity(record.value, value)}`,
		...(baselineValue === null || quantity.isComparison
			? []
			: [`${sentenceCase(baselineName(baseline))} ${formatQuantity(baselineValue, value)}`]),
		...(estimate === null || quantity.scale === 'value'
			? []
			: [`${quantity.scale === 'lift' ? 'Lift' : 'Difference'} ${formatQuantity(estimate.value, quantity)}`]),
		...(low === null || high === null
			? []
			: [`Interval ${formatQuantity(low, quantity)} to ${formatQuantity(high, quantity)}`]),
		...(record.pAdjusted === null ? [] : [`${formatP(record.pAdjusted)}, adjusted`]),
		`${record.n.toLocaleString('en')} behind this figure`,
	];
	return lines.map((text, index) => (index === 0 ? text : escapeHtml(text))).join('<br>');
}

function sentenceCase(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
