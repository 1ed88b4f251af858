/** A value that the sample holds, and how often. */
export interface SeenValue {
	readonly value: string;
	readonly count: number;
}
