import { useStore } from '../../../engine/useStore.ts';
import { BuilderOutcome } from '../BuilderOutcome.tsx';
import type { BuilderPanelProps } from '../Builder.ts';
import { useProposal, type AskBuilder } from '../useProposal.ts';
import type { Result } from '#shared/protocol/methods.ts';
import type { RfmSettings } from '#shared/model/rfmBuilder.ts';
import { RfmForm } from './RfmForm.tsx';
import { RfmMapView } from './RfmMapView.tsx';
import { RfmScores } from './RfmScores.tsx';
import { rfmState } from './rfmState.ts';
import './rfm.css';

const ask: AskBuilder<RfmSettings, Result<'builders.rfm'>> = (engine, settings, signal) =>
	engine.call('builders.rfm', { settings }, { signal });

/** Scores, the map from scores to segments, and the segments it gives. */
export function RfmPanel({ project }: BuilderPanelProps) {
	const settings = useStore(rfmState);
	const change = (part: Partial<RfmSettings>) => rfmState.update((state) => ({ ...state, ...part }));
	const latest = useProposal(ask, settings, project);
	return (
		<>
			<RfmForm settings={settings} fields={project.fields} onChange={change} />
			<BuilderOutcome method="RFM" isReadOnly={project.isReadOnly} latest={latest}>
				{({ facts }) => (
					<>
						<RfmScores facts={facts} settings={settings} onChange={change} />
						<RfmMapView facts={facts} settings={settings} onChange={change} />
					</>
				)}
			</BuilderOutcome>
		</>
	);
}
