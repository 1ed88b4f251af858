/** One variable of the grid, with its customers in groups. */
export interface SplitVariable {
	readonly field: string;
	readonly method: string;
	readonly groups: readonly VariableGroup[];
	/** Group of each customer, NO_GROUP for those in none. */
	readonly codes: Uint8Array;
}

export interface VariableGroup {
	/** A few words for the names of segments. */
	readonly name: string;
	/** In the rule language, without `or`. Conditions of one variable exclude each other. */
	readonly condition: string;
}

export const NO_GROUP = 255;
