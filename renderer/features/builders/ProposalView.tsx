import { formatNumber } from '#shared/metrics/formatNumber.ts';
import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import { useSettings } from '../../engine/useSettings.ts';
import { Button } from '../../ui/Button.tsx';
import { plural } from '../../ui/format.ts';
import { useServices } from '../../workbench/useServices.ts';
import { BuilderNotes } from './BuilderNotes.tsx';
import { ProposalTable } from './ProposalTable.tsx';
import { takeProposal } from './takeProposal.ts';

interface ProposalViewProps {
	/** Names the undo step. */
	readonly method: string;
	readonly proposal: BuilderProposal;
	readonly isReadOnly: boolean;
	/** A newer proposal is on its way. */
	readonly isStale: boolean;
}

/** What a builder proposes, with people and money, and the way to take it. */
export function ProposalView({ method, proposal, isReadOnly, isStale }: ProposalViewProps) {
	const services = useServices();
	const { settings } = useSettings();
	return (
		<section className="proposal" aria-label="Proposed segments" aria-busy={isStale}>
			<header className="proposal-header">
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
			<BuilderNotes notes={proposal.notes} />
			<ProposalTable proposal={proposal} money={(value) => formatNumber(value, 'money', settings)} />
		</section>
	);
}

export function proposalSentence({ segments, remainder, customers, overlap }: BuilderProposal): string {
	const held = customers - remainder.people;
	const double = overlap === 0 ? 'nobody in two of them' : `${plural(overlap, 'match', 'matches')} in more than one`;
	return `${plural(segments.length, 'segment')} hold ${plural(held, 'customer')}, ${double}; ${plural(remainder.people, 'customer')} in “${remainder.name}”.`;
}
