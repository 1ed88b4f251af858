import type { CustomerFrame } from './CustomerFrame.ts';

/** Whether anything had happened by the date of the frame. */
export function hasHistory({ columns, derived }: CustomerFrame): boolean {
	return ['order_count', 'sends', 'conversions'].some((name) => {
		const column = derived.has(name) ? columns.get(name) : undefined;
		return column?.kind === 'number' && column.values.some((value) => value > 0);
	});
}
