import type { Problem } from '#shared/model/problem.ts';

/** A problem as a line for stderr. */
export function problemLine({ severity, message }: Problem): string {
	return `${severity === 'info' ? 'Note' : 'Warning'}: ${message}`;
}

export function sayProblems(problems: readonly Problem[]): void {
	for (const problem of problems) {
		console.error(problemLine(problem));
	}
}
