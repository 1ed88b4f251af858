import type { FixAction, QuarantineGroup } from '#shared/model/quarantineFix.ts';

export interface FixChoice {
	readonly id: 'replace' | 'decimal-comma' | 'dmy' | 'mdy' | 'ymd' | 'no-value' | 'fit-columns' | 'as-it-is';
	readonly label: string;
	/** Null where it needs to be filled in. */
	readonly action: FixAction | null;
	readonly matches: (action: FixAction) => boolean;
}

const asItIs: FixChoice = {
	id: 'as-it-is',
	label: 'Load them again as they are',
	action: { kind: 'as-it-is' },
	matches: ({ kind }) => kind === 'as-it-is',
};
const fitColumns: FixChoice = {
	id: 'fit-columns',
	label: 'Add missing values at the end, take empty ones off',
	action: { kind: 'fit-columns' },
	matches: ({ kind }) => kind === 'fit-columns',
};
const replace: FixChoice = {
	id: 'replace',
	label: 'Replace text in the value…',
	action: null,
	matches: ({ kind }) => kind === 'replace',
};
const decimalComma: FixChoice = {
	id: 'decimal-comma',
	label: 'Read the comma as the decimal point',
	action: { kind: 'decimal-comma' },
	matches: ({ kind }) => kind === 'decimal-comma',
};
const noValue: FixChoice = {
	id: 'no-value',
	label: 'Load the rows without this value',
	action: { kind: 'no-value' },
	matches: ({ kind }) => kind === 'no-value',
};
const dates = (
	[
		['dmy', 'Read the day first (31.12.2025)'],
		['mdy', 'Read the month first (12/31/2025)'],
		['ymd', 'Read the year first (2025/12/31)'],
	] as const
).map(([order, label]): FixChoice => ({
	id: order,
	label,
	action: { kind: 'date-order', order },
	matches: (action) => action.kind === 'date-order' && action.order === order,
}));

/** What can be done at once for all rows of a reason: what fits the kind of value that could not be read. */
export function fixChoices({ column, reason }: Pick<QuarantineGroup, 'column' | 'reason'>): readonly FixChoice[] {
	if (column !== null) {
		const special = / not a date/.test(reason) ? dates : / number\.?$/.test(reason) ? [decimalComma] : [];
		return [...special, replace, noValue];
	}
	if (reason.startsWith('Excluded: ')) {
		return [asItIs];
	}
	return /value|field|column/i.test(reason) ? [fitColumns, asItIs] : [asItIs];
}
