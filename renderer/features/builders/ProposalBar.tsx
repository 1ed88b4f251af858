import { useEffect, useEffectEvent, useRef } from 'react';
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
	/** Pressed before the settings were answered: what they come to is taken, not what was there before. */
	const isWanted = useRef(false);
	const take = () => void takeProposal(services, proposal, method);
	const takeIfWanted = useEffectEvent(() => {
		if (isWanted.current) {
			isWanted.current = false;
			take();
		}
	});
	useEffect(() => {
		if (isCurrent) {
			takeIfWanted();
		}
	}, [isCurrent]);
	return (
		<header className="proposal-bar">
			<p className="proposal-sentence" role="status">
				{proposalSentence(proposal)}
			</p>
			<Button
				kind="primary"
				icon="check"
				disabled={isReadOnly || proposal.segments.length === 0}
				onClick={() => {
					if (isCurrent) {
						take();
					} else {
						isWanted.current = true;
					}
				}}
			>
				Use these segments
			</Button>
		</header>
	);
}
