import { useEffect, useMemo, useRef } from 'react';
import { NoDataState } from '../../charts/NoDataState.tsx';
import { useDraft } from '../../engine/useDraft.ts';
import { useProject } from '../../engine/useProject.ts';
import { useProof } from '../../engine/useProof.ts';
import { useSettings } from '../../engine/useSettings.ts';
import { useStore } from '../../engine/useStore.ts';
import { Busy } from '../../ui/Busy.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Select } from '../../ui/Select.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { cellsOf, worstPair } from './cellFacts.ts';
import { LossTable } from './LossTable.tsx';
import { MatrixLegend } from './MatrixLegend.tsx';
import { OverlapMatrix } from './OverlapMatrix.tsx';
import { overlapState, type Chosen, type Measure } from './overlapState.ts';
import { OverlapSummary } from './OverlapSummary.tsx';
import { PairPanel } from './PairPanel.tsx';
import { RepairList } from './RepairList.tsx';
import { repairOfAll } from './repairsOf.ts';
import { sameRepair } from './sameRepair.ts';
import { SegmentPanel } from './SegmentPanel.tsx';
import { UpsetChart } from './UpsetChart.tsx';
import { useOverlap } from './useOverlap.ts';
import './overlap.css';

/** Which rules overlap, in the data and by proof, what that costs later segments, and how to repair it. */
export function OverlapView() {
	const services = useServices();
	const project = useProject();
	const draft = useDraft();
	const { settings } = useSettings();
	const { proof, isRunning: isProving, error: proofError } = useProof();
	const { value: overlap, error, isSlow, retry, cancel } = useOverlap(draft);
	const { measure, chosen: wanted, repair } = useStore(overlapState);
	const cells = useMemo(() => overlap && cellsOf(overlap, proof), [overlap, proof]);
	const panel = useRef<HTMLElement>(null);
	useEffect(() => {
		// In a narrow tab the panel stands below the pairs.
		if (wanted) {
			panel.current?.scrollIntoView({ block: 'nearest' });
		}
	}, [wanted]);
	if (!project || project.customers === 0) {
		return <NoDataState />;
	}
	if (draft.segments.length === 0) {
		return (
			<EmptyState
				icon="type-hierarchy"
				title="No rules yet"
				action={
					<Button kind="primary" onClick={() => void services.run('segments.openEditor')}>
						Define segments
					</Button>
				}
			>
				With two segments or more this shows whether a customer can match the rules of both, and who does.
			</EmptyState>
		);
	}
	if (error) {
		return <ErrorState error={error} onRetry={retry} />;
	}
	if (!overlap || !cells) {
		return isSlow ? <Busy label="Counting who matches which rules" onCancel={cancel} /> : null;
	}
	const { currency } = settings;
	const hasRevenue = overlap.base.revenue !== null;
	const shown: Measure = hasRevenue ? measure : 'people';
	const known = new Set(draft.segments.map(({ id }) => id));
	const chosen = stillThere(wanted, known) ?? fallback(worstPair(draft, overlap, proof, shown));
	const context = { draft, overlap, currency };
	const all = proof && repairOfAll(draft, proof);
	return (
		<div className="overlap" aria-busy={isSlow}>
			<header className="overlap-header">
				<OverlapSummary {...context} proof={proof} isProving={isProving} />
				{hasRevenue && (
					<Select
						label="Show"
						isInline
						value={shown}
						options={[
							{ value: 'people', label: 'People' },
							{ value: 'revenue', label: 'Revenue' },
						]}
						onChange={(value) => overlapState.update((state) => ({ ...state, measure: value }))}
					/>
				)}
			</header>
			{proofError && <ErrorState error={proofError} />}
			<div className="overlap-columns">
				<section aria-labelledby="overlap-pairs">
					<h2 id="overlap-pairs">Pairs of rules</h2>
					<OverlapMatrix {...context} cells={cells} measure={shown} chosen={chosen} />
					<MatrixLegend />
				</section>
				<section ref={panel} className="overlap-panel" aria-live="polite">
					{chosen?.kind === 'pair' && (
						<PairPanel
							{...context}
							first={chosen.first}
							second={chosen.second}
							cell={cells(chosen.first, chosen.second)}
							repair={repair}
						/>
					)}
					{chosen?.kind === 'segment' && <SegmentPanel {...context} id={chosen.id} proof={proof} repair={repair} />}
					{chosen === null && <p>No two rules overlap. Choose a pair or a segment to see what is known of it.</p>}
					{all && (
						<div className="overlap-all">
							<RepairList
								{...context}
								title="For all rules at once"
								offered={[all]}
								openRepair={sameRepair(all.repair, repair) ? all : null}
							/>
						</div>
					)}
				</section>
			</div>
			<section aria-labelledby="overlap-combinations">
				<h2 id="overlap-combinations">Combinations of rules</h2>
				<p className="overlap-note">
					Customers by all the rules that are true for them. A click lists the customers of a combination.
				</p>
				<UpsetChart {...context} measure={shown} />
			</section>
			<section aria-labelledby="overlap-losses">
				<h2 id="overlap-losses">What earlier rules take</h2>
				<LossTable {...context} measure={shown} />
			</section>
		</div>
	);
}

function stillThere(chosen: Chosen | null, known: ReadonlySet<string>): Chosen | null {
	if (chosen?.kind === 'pair') {
		return known.has(chosen.first) && known.has(chosen.second) ? chosen : null;
	}
	return chosen && known.has(chosen.id) ? chosen : null;
}

function fallback(pair: { readonly first: string; readonly second: string } | null): Chosen | null {
	return pair && { kind: 'pair', first: pair.first, second: pair.second };
}
