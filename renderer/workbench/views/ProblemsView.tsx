import { counted } from '#shared/base/counted.ts';
import type { Problem } from '#shared/model/problem.ts';
import { dismissalKey } from '../../engine/dismissedProblems.ts';
import { useSession } from '../../engine/EngineContext.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { fileName } from '../overlays/filePath.ts';
import { useWorkbench } from '../useServices.ts';
import type { StatusFacts } from '../statusFacts.ts';
import { useStatusFacts } from '../useStatusFacts.ts';
import './panelViews.css';

const icons = { error: 'error', warning: 'warning', info: 'info' } as const;

/** Everything in this project that a person should know or mend; a click opens where it is. */
export function ProblemsView() {
	const facts = useStatusFacts();
	const { problems, dismissedProblems, project } = facts;
	const { preferences } = useSession();
	const writeDismissed = (change: (keys: readonly string[]) => readonly string[]) => {
		const all = preferences.state.get().dismissedProblems ?? {};
		const path = project?.path ?? '';
		void preferences.update({ dismissedProblems: { ...all, [path]: [...change(all[path] ?? [])] } });
	};
	return (
		<>
			{problems.length === 0 ? (
				<p className="panel-empty">No problems have been found in this project.</p>
			) : (
				<ul className="panel-list" aria-label={counted(problems.length, 'problem')}>
					{problems.map((problem) => (
						<ProblemRow
							key={JSON.stringify(problem)}
							problem={problem}
							facts={facts}
							onDismiss={() => writeDismissed((keys) => [...new Set([...keys, dismissalKey(problem)])])}
						/>
					))}
				</ul>
			)}
			{dismissedProblems > 0 && (
				<p className="panel-dismissed">
					{counted(dismissedProblems, 'warning')} put aside.{' '}
					<Button kind="link" onClick={() => writeDismissed(() => [])}>
						Show them again
					</Button>
				</p>
			)}
		</>
	);
}

interface ProblemRowProps {
	readonly problem: Problem;
	readonly facts: StatusFacts;
	readonly onDismiss: () => void;
}

function ProblemRow({ problem, facts, onDismiss }: ProblemRowProps) {
	const { registry, run } = useWorkbench();
	const opener = registry.problemOpener(problem.source.kind);
	const actions = facts.project?.isReadOnly === true ? [] : registry.problemActions(problem.code);
	const content = (
		<>
			<Icon name={icons[problem.severity]} className={`tone-${problem.severity}`} />
			<span className="visually-hidden">{problem.severity}: </span>
			<span className="panel-row-text">{problem.message}</span>
			<span className="panel-row-note">{placeOf(problem, facts)}</span>
		</>
	);
	return (
		<li className="panel-problem">
			{opener ? (
				<button type="button" className="panel-row" onClick={() => void run(opener, problem)}>
					{content}
				</button>
			) : (
				<div className="panel-row">{content}</div>
			)}
			{actions.map(({ label, command }) => (
				<Button key={command} kind="link" onClick={() => void run(command, problem)}>
					{label}
				</Button>
			))}
			{problem.severity !== 'error' && registry.isDismissible(problem.code) && (
				<IconButton icon="close" label="Put this warning aside" onClick={onDismiss} />
			)}
		</li>
	);
}

function placeOf(problem: Problem, { project, draft }: StatusFacts): string {
	const { source } = problem;
	switch (source.kind) {
		case 'file':
			return [fileName(source.path), source.line === null ? null : `line ${source.line}`].filter(Boolean).join(', ');
		case 'table':
			return project?.tables.find((table) => table.id === source.tableId)?.name ?? '';
		case 'segment': {
			const name = draft.segments.find((segment) => segment.id === source.segmentId)?.name ?? source.segmentId;
			// Doubts about a whole segment have no place in its text.
			return problem.code.startsWith('segments.') ? name : `${name}, line ${source.line}, column ${source.column}`;
		}
		case 'custom-field':
			return `${source.name}, line ${source.line}, column ${source.column}`;
		case 'project':
			return '';
	}
}
