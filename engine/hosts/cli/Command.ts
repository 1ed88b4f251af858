/** One subcommand of `tranche`. Adding one is a file and a line in commands.ts. */
export interface Command {
	readonly name: string;
	readonly summary: string;
	/** The whole text of `tranche NAME --help`. */
	readonly help: string;
	/** Resolves when done, with an exit code where 0 would not tell all; throws UsageError or EngineError('data') for bad input. */
	run(args: readonly string[]): Promise<number | void>;
}
