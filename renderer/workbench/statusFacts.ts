import type { Analysis } from '#shared/model/analysis.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
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
	/** Of the project and of the analysis, errors first. */
	readonly problems: readonly Problem[];
}

const rank: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, info: 2 };

export function readFacts(session: EngineSession): StatusFacts {
	const project = session.project.get();
	const { value: analysis, isRunning } = session.analysis.query.state.get();
	return {
		connection: session.connection.get(),
		project,
		settings: session.settings.state.get(),
		draft: session.draft.state.get(),
		analysis,
		isAnalysing: isRunning,
		problems: mergeProblems(project?.problems ?? [], analysis?.problems ?? []),
	};
}

/** A problem that both report is listed once. */
export function mergeProblems(ofProject: readonly Problem[], ofAnalysis: readonly Problem[]): readonly Problem[] {
	const byText = new Map([...ofProject, ...ofAnalysis].map((problem) => [JSON.stringify(problem), problem]));
	return [...byText.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}
