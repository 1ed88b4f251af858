import type { ReactNode } from 'react';
import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import type { Latest } from '../../engine/useLatest.ts';
import { Busy } from '../../ui/Busy.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ProposalView } from './ProposalView.tsx';

interface BuilderOutcomeProps<T> {
	readonly method: string;
	readonly isReadOnly: boolean;
	readonly latest: Latest<T>;
	/** What the builder shows of its facts, above the proposal. */
	readonly children?: (value: T) => ReactNode;
}

/** The answer of a builder in every state: under way, failed, there. The last proposal stays while the next is under way. */
export function BuilderOutcome<T extends { readonly proposal: BuilderProposal }>(props: BuilderOutcomeProps<T>) {
	const { method, isReadOnly, latest, children } = props;
	const { value, error, isSlow, retry, cancel } = latest;
	if (error) {
		return <ErrorState error={error} onRetry={retry} />;
	}
	if (!value) {
		return isSlow ? <Busy label="Building segments" onCancel={cancel} /> : null;
	}
	return (
		<>
			{children?.(value)}
			<ProposalView method={method} proposal={value.proposal} isReadOnly={isReadOnly} isStale={isSlow} />
		</>
	);
}
