/** By the values of a column; rows without one come last either way. */
export interface GridOrder {
	readonly column: string;
	readonly isDescending: boolean;
}

/** How the rows of a grid are put in order. */
export interface GridSorting {
	/** Null for the order in which they are stored. */
	readonly order: GridOrder | null;
	/** Names of the columns by which they can be sorted. */
	readonly columns: ReadonlySet<string>;
	readonly onSort: (order: GridOrder | null) => void;
}

/** Ascending, descending, as stored: one after the other with each click on a header. */
export function nextOrder(order: GridOrder | null, column: string): GridOrder | null {
	if (order?.column !== column) {
		return { column, isDescending: false };
	}
	return order.isDescending ? null : { column, isDescending: true };
}

/** The order that a key of the keyboard asks for; asking again for the one in force takes it back. */
export function toggledOrder(order: GridOrder | null, column: string, isDescending: boolean): GridOrder | null {
	return order?.column === column && order.isDescending === isDescending ? null : { column, isDescending };
}
