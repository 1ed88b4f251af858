import { useMemo } from 'react';
import { proofProblems } from '#shared/rules/proof/proofProblems.ts';
import { useAnalysis } from '../engine/useAnalysis.ts';
import { useDelayed } from '../engine/useDelayed.ts';
import { useDraft } from '../engine/useDraft.ts';
import { useSession } from '../engine/EngineContext.ts';
import { usePreferences } from '../engine/usePreferences.ts';
import { useProject } from '../engine/useProject.ts';
import { useProof } from '../engine/useProof.ts';
import { useReview } from '../engine/useReview.ts';
import { useSettings } from '../engine/useSettings.ts';
import { useStore } from '../engine/useStore.ts';
import { problemsOf, type StatusFacts } from './statusFacts.ts';

/** The facts of the moment; renders again when any of them changes. */
export function useStatusFacts(): StatusFacts {
	const connection = useStore(useSession().connection);
	const project = useProject();
	const { settings } = useSettings();
	const draft = useDraft();
	const { analysis, isRunning } = useAnalysis();
	const isSlow = useDelayed(isRunning);
	const { review } = useReview();
	const { proof } = useProof();
	const preferences = usePreferences();
	const proved = useMemo(() => (proof ? proofProblems(draft, proof) : []), [proof, draft]);
	return useMemo(
		() => ({
			connection,
			project,
			settings,
			draft,
			analysis,
			isAnalysing: isSlow,
			...problemsOf(project, analysis, [...(review?.problems ?? []), ...proved], preferences),
		}),
		[connection, project, settings, draft, analysis, isSlow, review, proved, preferences],
	);
}
