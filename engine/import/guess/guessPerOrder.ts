import { NULL_TOKENS } from '../scan/nullTokens.ts';
import type { GuessColumn } from './GuessColumn.ts';

/** What the sampled orders of several lines say about an amount. */
export interface AmountPattern {
	/** Orders of several lines of which one has an amount. */
	readonly orders: number;
	/** Orders in which every line has the same amount. */
	readonly repeated: number;
	/** Orders in which the first line has an amount and all others have none. */
	readonly firstOnly: number;
}

/** Fewer orders of several lines prove nothing. */
const MIN_ORDERS = 3;
const SHARE = 0.95;

export function amountPattern(orderIds: readonly string[], amounts: readonly string[]): AmountPattern {
	const orders = new Map<string, string[]>();
	for (const [row, order] of orderIds.entries()) {
		if (!NULL_TOKENS.includes(order)) {
			const lines = orders.get(order);
			if (lines) {
				lines.push(amounts[row] ?? '');
			} else {
				orders.set(order, [amounts[row] ?? '']);
			}
		}
	}
	const isEmpty = (value: string) => NULL_TOKENS.includes(value) || /^[0.,]*$/.test(value);
	const several = [...orders.values()].filter((lines) => lines.length > 1 && !lines.every(isEmpty));
	return {
		orders: several.length,
		repeated: several.filter((lines) => !isEmpty(lines[0]!) && lines.every((line) => line === lines[0])).length,
		firstOnly: several.filter(([first, ...others]) => !isEmpty(first!) && others.every(isEmpty)).length,
	};
}

/**
 * Whether an amount is that of the whole order: the same on every line, or on the first line alone, in nearly all orders of several
 * lines. A sum over the lines would count the first kind several times.
 */
export function isPerOrder({ orders, repeated, firstOnly }: AmountPattern): boolean {
	return orders >= MIN_ORDERS && (repeated >= orders * SHARE || firstOnly >= orders * SHARE);
}

export function patternOf(columns: readonly GuessColumn[], orderColumn: string, amountColumn: string): AmountPattern {
	const valuesOf = (name: string) => columns.find((column) => column.name === name)?.values ?? [];
	return amountPattern(valuesOf(orderColumn), valuesOf(amountColumn));
}
