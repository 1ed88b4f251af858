import type { Analysis } from '#shared/model/analysis.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { proofProblems } from '#shared/rules/proof/proofProblems.ts';
import type { Preferences } from '#shared/protocol/hostMethods.ts';
import { withoutDismissed } from '../engine/dismissedProblems.ts';
import type { ConnectionState } from '../engine/ConnectionState.ts';
import type { EngineSession } from '../engine/EngineSession.ts';

/** What status bar, tab titles and quick open are derived from. */
export interface StatusFacts {
	readonly connection: ConnectionState;
	readonly project: ProjectState | null;
	readonly settings: AnalysisSettings;
	readonly draft: Segmentation;
	readonly analysis: Analysis | null;
	readonly isAnalysing: boolean;
	/** Of the project, the analysis, the review and the proof, errors first, without those that were dismissed. */
	readonly problems: readonly Problem[];
	readonly dismissedProblems: number;
}

const rank: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, info: 2 };

export function readFacts(session: EngineSession): StatusFacts {
	const project = session.project.get();
	const { value: analysis, isRunning } = session.analysis.query.state.get();
	const { value: review } = session.review.query.state.get();
	const { value: proof } = session.proof.query.state.get();
	const draft = session.draft.state.get();
	const proved = proof ? proofProblems(draft, proof) : [];
	return {
		connection: session.connection.get(),
		project,
		settings: session.settings.state.get(),
		draft,
		analysis,
		isAnalysing: isRunning,
		...problemsOf(project, analysis, [...(review?.problems ?? []), ...proved], session.preferences.state.get()),
	};
}

export function problemsOf(
	project: ProjectState | null,
	analysis: Analysis | null,
	/** Of the review and of the proof. */
	ofRules: readonly Problem[],
	{ dismissedProblems }: Preferences,
): Pick<StatusFacts, 'problems' | 'dismissedProblems'> {
	const found = mergeProblems(project?.problems ?? [], [...(analysis?.problems ?? []), ...ofRules]);
	const { shown, dismissed } = withoutDismissed(found, dismissedProblems?.[project?.path ?? ''] ?? []);
	return { problems: shown, dismissedProblems: dismissed };
}

/** A problem that both report is listed once. */
export function mergeProblems(ofProject: readonly Problem[], ofAnalysis: readonly Problem[]): readonly Problem[] {
	const byText = new Map([...ofProject, ...ofAnalysis].map((problem) => [JSON.stringify(problem), problem]));
	return [...byText.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}
