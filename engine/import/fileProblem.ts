import type { Problem } from '#shared/model/problem.ts';

export function fileProblem(
	severity: Problem['severity'],
	code: string,
	message: string,
	path: string,
	line: number | null = null,
): Problem {
	return { severity, code, message, source: { kind: 'file', path, line, column: null } };
}
