import { useMemo } from 'react';
import { useAnalysis } from '../engine/useAnalysis.ts';
import { useDraft } from '../engine/useDraft.ts';
import { useSession } from '../engine/EngineContext.ts';
import { useProject } from '../engine/useProject.ts';
import { useSettings } from '../engine/useSettings.ts';
import { useStore } from '../engine/useStore.ts';
import { mergeProblems, type StatusFacts } from './statusFacts.ts';

/** The facts of the moment; renders again when any of them changes. */
export function useStatusFacts(): StatusFacts {
	const connection = useStore(useSession().connection);
	const project = useProject();
	const { settings } = useSettings();
	const draft = useDraft();
	const { analysis, isRunning } = useAnalysis();
	return useMemo(
		() => ({
			connection,
			project,
			settings,
			draft,
			analysis,
			isAnalysing: isRunning,
			problems: mergeProblems(project?.problems ?? [], analysis?.problems ?? []),
		}),
		[connection, project, settings, draft, analysis, isRunning],
	);
}
