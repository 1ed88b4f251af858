/** What a project knows already, for guesses about the next file. */
export interface KnownKeys {
	/** Share of these texts that name customers of the project; null where the project has none. */
	customerShare(values: readonly string[]): number | null;
}

export const noKnownKeys: KnownKeys = { customerShare: () => null };
