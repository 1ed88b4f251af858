import type { Analysis } from '#shared/model/analysis.ts';
import { useSession } from '../engine/EngineContext.ts';
import { Store } from '../engine/Store.ts';
import { useAnalysis } from '../engine/useAnalysis.ts';
import { useDelayed } from '../engine/useDelayed.ts';
import { useStore } from '../engine/useStore.ts';
import { Busy } from '../ui/Busy.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';

/** Set when a person stopped the calculation: the figures that were there then. */
const stopped = new Store<{ readonly figures: Analysis | null } | null>(null);

/** Above the figures of a view: that they are being calculated, that it failed, or that it was stopped. */
export function AnalysisStatus() {
	const session = useSession();
	const { analysis, isRunning, error } = useAnalysis();
	const isSlow = useDelayed(isRunning);
	const stop = useStore(stopped);
	const retry = () => {
		stopped.set(null);
		session.retryAnalysis();
	};
	if (error) {
		return <ErrorState error={error} onRetry={retry} />;
	}
	if (isSlow) {
		return (
			<Busy
				label="Calculating"
				onCancel={() => {
					session.analysis.query.cancel();
					stopped.set({ figures: analysis });
				}}
			/>
		);
	}
	if (!isRunning && stop !== null && stop.figures === analysis) {
		return (
			<div className="busy" role="status">
				<span>
					{analysis
						? 'The calculation was stopped. The figures are those before the last change.'
						: 'The calculation was stopped, so there are no figures yet.'}
				</span>
				<Button icon="refresh" onClick={retry}>
					Calculate
				</Button>
			</div>
		);
	}
	return null;
}
