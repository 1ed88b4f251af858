import type { Analysis } from '#shared/model/analysis.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import type { ConnectionState } from '../engine/ConnectionState.ts';

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
