import type { ReactNode } from 'react';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import type { Latest } from '../../engine/useLatest.ts';
import { useSettings } from '../../engine/useSettings.ts';
import { Busy } from '../../ui/Busy.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { BuilderNotes } from './BuilderNotes.tsx';
import { ProposalBar } from './ProposalBar.tsx';
import { ProposalTable } from './ProposalTable.tsx';

interface BuilderOutcomeProps<T> {
	readonly method: string;
	readonly isReadOnly: boolean;
	readonly latest: Latest<T>;
	/** What the builder shows of its facts, between the proposal's sum and its segments. */
	readonly children?: (value: T) => ReactNode;
}

/** The answer of a builder in every state: under way, failed, there. The last proposal stays while the next is under way. */
export function BuilderOutcome<T extends { readonly proposal: BuilderProposal }>(props: BuilderOutcomeProps<T>) {
	const { method, isReadOnly, latest, children } = props;
	const { settings } = useSettings();
	const { value, error, isRunning, isSlow, retry, cancel } = latest;
	if (error) {
		return <ErrorState error={error} onRetry={retry} />;
	}
	if (!value) {
		return isSlow ? <Busy label="Building segments" onCancel={cancel} /> : null;
	}
	const { proposal } = value;
	return (
		<div className="proposal" aria-busy={isSlow}>
			<ProposalBar method={method} proposal={proposal} isReadOnly={isReadOnly} isCurrent={!isRunning} />
			<BuilderNotes notes={proposal.notes} />
			{children?.(value)}
			<section aria-label="Proposed segments">
				<h3>Proposed segments</h3>
				<ProposalTable proposal={proposal} money={(amount) => formatNumber(amount, 'money', settings)} />
			</section>
		</div>
	);
}
