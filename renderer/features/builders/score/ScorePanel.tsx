import { useMemo } from 'react';
import type { ScoreSettings } from '#shared/model/scoreBuilder.ts';
import type { Result } from '#shared/protocol/methods.ts';
import { useStore } from '../../../engine/useStore.ts';
import type { BuilderPanelProps } from '../Builder.ts';
import { BuilderOutcome } from '../BuilderOutcome.tsx';
import { useProposal, type AskBuilder } from '../useProposal.ts';
import { ScoreFields } from './ScoreFields.tsx';
import { ScoreForm } from './ScoreForm.tsx';
import { ScoreHistogram } from './ScoreHistogram.tsx';
import { scoreState, suggestedScore } from './scoreState.ts';
import './score.css';

const ask: AskBuilder<ScoreSettings, Result<'builders.score'>> = (engine, settings, signal) =>
	engine.call('builders.score', { settings }, { signal });

/** Fields with weights, the score they give, and tiers of it. */
export function ScorePanel({ project }: BuilderPanelProps) {
	const { fields } = project;
	const chosen = useStore(scoreState);
	const suggested = useMemo(() => suggestedScore(fields), [fields]);
	const settings = chosen ?? suggested;
	const latest = useProposal(ask, settings, project);
	const change = (part: Partial<ScoreSettings>) => scoreState.set({ ...settings, ...part });
	return (
		<>
			<ScoreFields settings={settings} fields={fields} facts={latest.value?.facts ?? null} onChange={change} />
			<ScoreForm settings={settings} facts={latest.value?.facts ?? null} onChange={change} />
			<BuilderOutcome method="Weighted score" isReadOnly={project.isReadOnly} latest={latest}>
				{({ facts }) => <ScoreHistogram facts={facts} settings={settings} />}
			</BuilderOutcome>
		</>
	);
}
