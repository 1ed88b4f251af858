import type { Problem } from '#shared/model/problem.ts';

/** What a person dismisses is a doubt about a place, whatever figures its sentence happens to name. */
export function dismissalKey({ code, source }: Problem): string {
	const place =
		source.kind === 'segment'
			? [source.segmentId, source.otherId ?? '']
			: source.kind === 'table'
				? [source.tableId]
				: [];
	return [code, ...place].join(' ');
}

/** The problems that are shown, and how many are put aside. */
export function withoutDismissed(
	problems: readonly Problem[],
	dismissed: readonly string[],
): { readonly shown: readonly Problem[]; readonly dismissed: number } {
	const keys = new Set(dismissed);
	const shown = problems.filter((problem) => problem.severity === 'error' || !keys.has(dismissalKey(problem)));
	return { shown, dismissed: problems.length - shown.length };
}
