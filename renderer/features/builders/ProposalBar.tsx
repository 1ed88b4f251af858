import { useEffect, useEffectEvent, useState } from 'react';
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
	/** Whether the proposal is of the settings as they are now; else the next is under way. */
	readonly isCurrent: boolean;
}

/** The sum of a proposal and the way to take it; stays in sight while the panel scrolls. */
export function ProposalBar({ method, proposal, isReadOnly, isCurrent }: ProposalBarProps) {
	const services = useServices();
	const [isWanted, setWanted] = useState(false);
	const take = useEffectEvent(() => {
		setWanted(false);
		void takeProposal(services, proposal, method);
	});
	// Pressed before the settings were answered, the button takes what they come to, not what was there before.
	useEffect(() => {
		if (isWanted && isCurrent) {
			take();
		}
	}, [isWanted, isCurrent]);
	return (
		<header className="proposal-bar">
			<p className="proposal-sentence" role="status">
				{proposalSentence(proposal)}
			</p>
			<Button
				kind="primary"
				icon="check"
				disabled={isReadOnly || proposal.segments.length === 0}
				onClick={() => setWanted(true)}
			>
				Use these segments
			</Button>
		</header>
	);
}
