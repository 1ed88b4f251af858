/** Calendar months back from the as-of date within which the frame also counts orders, revenue and margin; ascending. */
export const ORDER_WINDOWS_MONTHS = [6, 12, 24] as const;
export type OrderWindowMonths = (typeof ORDER_WINDOWS_MONTHS)[number];

export function recentOrdersField(months: OrderWindowMonths): string {
	return `orders_last_${months}_months`;
}

export function recentRevenueField(months: OrderWindowMonths): string {
	return `revenue_last_${months}_months`;
}

export function recentMarginField(months: OrderWindowMonths): string {
	return `margin_last_${months}_months`;
}

/** Names of all fields that count within a window. */
export const recentFields: ReadonlySet<string> = new Set(
	ORDER_WINDOWS_MONTHS.flatMap((months) => [
		recentOrdersField(months),
		recentRevenueField(months),
		recentMarginField(months),
	]),
);

/** The field that counts within the window what `name` counts of the whole history; `name` itself where there is no such field. */
export function fieldInWindow(name: string, months: OrderWindowMonths | null): string {
	if (months === null) {
		return name;
	}
	const inWindow: Readonly<Record<string, string>> = {
		order_count: recentOrdersField(months),
		revenue: recentRevenueField(months),
		margin: recentMarginField(months),
	};
	return inWindow[name] ?? name;
}
