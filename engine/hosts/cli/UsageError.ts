/** The command line cannot be understood: exit code 2, with the sentence and where to find help. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}
