import { counted } from '#shared/base/counted.ts';
import type { PeopleMoved } from '#shared/model/peopleMoved.ts';
import { format } from '../../ui/format.ts';

/** What the table of moves shows, in one or two sentences. */
export function movedSentence(
	{ moved, customers, flows, before, after }: PeopleMoved,
	money: (value: number | null) => string,
): string {
	if (moved.people === 0) {
		return `All of ${counted(customers, 'customer')} stay where they are.`;
	}
	const share = format.share(moved.people / customers);
	const revenue = moved.revenue === null ? '' : `, with revenue of ${money(moved.revenue)}`;
	const whole = `${format.count(moved.people)} of ${counted(customers, 'customer')} (${share}) ${moved.people === 1 ? 'is' : 'are'} in another segment${revenue}.`;
	const [largest] = flows.filter(({ isStay }) => !isStay).toSorted((a, b) => b.people - a.people);
	if (!largest) {
		return whole;
	}
	const way = `from “${before[largest.from]?.name ?? ''}” to “${after[largest.to]?.name ?? ''}”`;
	return largest.people === moved.people
		? `${whole} ${moved.people === 1 ? 'The customer goes' : 'They go'} ${way}.`
		: `${whole} The largest group, ${format.count(largest.people)}, goes ${way}.`;
}
