import { resolve } from 'node:path';

/** Ending of project files, which the system hands to Tranche on a double click. */
const PROJECT_ENDING = '.tranche';

/** The project file named on a command line, as an absolute path, or null. Switches and the app's own folder are passed over. */
export function projectArgument(argv: readonly string[], workingFolder: string): string | null {
	const named = argv
		.slice(1)
		.findLast((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith(PROJECT_ENDING));
	return named === undefined ? null : resolve(workingFolder, named);
}
