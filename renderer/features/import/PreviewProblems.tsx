import type { Problem } from '#shared/model/problem.ts';
import { Icon } from '../../ui/Icon.tsx';

/** What was noticed in the file, in plain sentences. */
export function PreviewProblems({ problems }: { readonly problems: readonly Problem[] }) {
	if (problems.length === 0) {
		return null;
	}
	return (
		<ul className="import-problems" aria-label="Noticed in this file">
			{problems.map((problem) => (
				<li key={`${problem.code} ${problem.message}`}>
					<Icon name={problem.severity} className={`tone-${problem.severity}`} />
					<span>{problem.message}</span>
				</li>
			))}
		</ul>
	);
}
