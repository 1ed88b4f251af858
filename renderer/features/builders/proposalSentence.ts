import { counted } from '#shared/base/counted.ts';
import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import { format } from '../../ui/format.ts';

/** How a proposal splits the customers, in one sentence. */
export function proposalSentence({ segments, remainder, customers, overlap }: BuilderProposal): string {
	const held = customers - remainder.people;
	const double = overlap === 0 ? 'nobody is in two of them' : `${format.count(overlap)} matches are in more than one`;
	const hold = segments.length === 1 ? 'holds' : 'hold';
	return (
		`${counted(segments.length, 'segment')} ${hold} ${format.count(held)} of ${counted(customers, 'customer')}; ${double}. ` +
		`${remainder.name}: ${format.count(remainder.people)}.`
	);
}
