/** How far a call has come. `total` is null where the end is not known; `phase` is a word or two for people. */
export interface Progress {
	readonly done: number;
	readonly total: number | null;
	readonly phase: string;
}
