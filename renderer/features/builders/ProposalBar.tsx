import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import { Button } from '../../ui/Button.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { proposalSentence } from './proposalSentence.ts';
import { takeProposal } from './takeProposal.ts';

interface ProposalBarProps {
	/** Names the undo step. */
	readonly method: string;
	readonly proposal: BuilderProposal;
	readonly isReadOnly: boolean;
}

/** The sum of a proposal and the way to take it; stays in sight while the panel scrolls. */
export function ProposalBar({ method, proposal, isReadOnly }: ProposalBarProps) {
	const services = useServices();
	return (
		<header className="proposal-bar">
			<p className="proposal-sentence" role="status">
				{proposalSentence(proposal)}
			</p>
			<Button
				kind="primary"
				icon="check"
				disabled={isReadOnly || proposal.segments.length === 0}
				onClick={() => void takeProposal(services, proposal, method)}
			>
				Use these segments
			</Button>
		</header>
	);
}
