import type { Problem } from '#shared/model/problem.ts';
import { Icon } from '../../ui/Icon.tsx';
import { plural } from '../../ui/format.ts';
import { fileName } from '../overlays/filePath.ts';
import { useWorkbench } from '../useServices.ts';
import type { StatusFacts } from '../statusFacts.ts';
import { useStatusFacts } from '../useStatusFacts.ts';
import './panelViews.css';

const icons = { error: 'error', warning: 'warning', info: 'info' } as const;

/** Everything in this project that a person should know or mend; a click opens where it is. */
export function ProblemsView() {
	const { registry, run } = useWorkbench();
	const facts = useStatusFacts();
	if (facts.problems.length === 0) {
		return <p className="panel-empty">No problems have been found in this project.</p>;
	}
	return (
		<ul className="panel-list" aria-label={plural(facts.problems.length, 'problem')}>
			{facts.problems.map((problem) => {
				const opener = registry.problemOpener(problem.source.kind);
				const content = (
					<>
						<Icon name={icons[problem.severity]} className={`tone-${problem.severity}`} />
						<span className="visually-hidden">{problem.severity}: </span>
						<span className="panel-row-text">{problem.message}</span>
						<span className="panel-row-note">{placeOf(problem, facts)}</span>
					</>
				);
				return (
					<li key={JSON.stringify(problem)}>
						{opener ? (
							<button type="button" className="panel-row" onClick={() => void run(opener, problem)}>
								{content}
							</button>
						) : (
							<div className="panel-row">{content}</div>
						)}
					</li>
				);
			})}
		</ul>
	);
}

function placeOf({ source }: Problem, { project, draft }: StatusFacts): string {
	switch (source.kind) {
		case 'file':
			return [fileName(source.path), source.line === null ? null : `line ${source.line}`].filter(Boolean).join(', ');
		case 'table':
			return project?.tables.find((table) => table.id === source.tableId)?.name ?? '';
		case 'segment': {
			const name = draft.segments.find((segment) => segment.id === source.segmentId)?.name ?? source.segmentId;
			return `${name}, line ${source.line}, column ${source.column}`;
		}
		case 'custom-field':
			return `${source.name}, line ${source.line}, column ${source.column}`;
		case 'project':
			return '';
	}
}
