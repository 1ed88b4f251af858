import type { BuilderNote } from '#shared/model/builderProposal.ts';
import type { RfmSettings } from '#shared/model/rfmBuilder.ts';
import type { Cut } from '../ordered/OrderedField.ts';

/** What the window does not do: fields that it leaves as they are, and a window that holds every order. */
export function windowNotes(
	{ fields, windowMonths }: RfmSettings,
	scored: readonly string[],
	historyDays: number | null,
	limit: Cut | null,
): BuilderNote[] {
	if (windowMonths === null || limit === null) {
		return [];
	}
	const unlimited = [fields.frequency, fields.monetary].filter((name) => scored.includes(name));
	const isWhole = historyDays !== null && historyDays <= limit.stored;
	return [
		...unlimited.map((name): BuilderNote => ({
			severity: 'warning',
			text: `${name} is not limited to the last ${windowMonths} months. Only order_count, revenue and margin are.`,
		})),
		...(isWhole ? [allOrders(windowMonths)] : []),
	];
}

function allOrders(windowMonths: number): BuilderNote {
	return {
		severity: 'info',
		text: `All orders lie within the last ${windowMonths} months, so the window leaves none out.`,
	};
}
