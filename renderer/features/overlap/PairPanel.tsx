import { assertNever } from '#shared/base/assertNever.ts';
import { Button } from '../../ui/Button.tsx';
import { format } from '../../ui/format.ts';
import { useServices } from '../../workbench/useServices.ts';
import { wholeAmount } from './amountText.ts';
import type { CellFacts } from './cellFacts.ts';
import { customersParams } from './customersQuery.ts';
import { RepairList } from './RepairList.tsx';
import type { RepairContext } from './RepairPreview.tsx';
import { nameOf, repairsOfPair } from './repairsOf.ts';
import { sameRepair } from './sameRepair.ts';
import type { OverlapState } from './overlapState.ts';
import { WitnessNote } from './WitnessNote.tsx';

interface PairPanelProps extends RepairContext {
	readonly first: string;
	readonly second: string;
	readonly cell: CellFacts;
	readonly repair: OverlapState['repair'];
}

/** Two rules: whether anybody can match both, who, and what can be done about it. */
export function PairPanel({ first, second, cell, repair, ...context }: PairPanelProps) {
	const { draft, currency } = context;
	const services = useServices();
	const [a, b] = [nameOf(draft, first), nameOf(draft, second)];
	const { mark, pair, amount } = cell;
	const isOverlap = mark === 'shared' || mark === 'possible' || mark === 'unprovable';
	const isCovered = pair?.relation === 'equal' || pair?.relation === 'second-within-first';
	const offered = isOverlap ? repairsOfPair(draft, first, second, isCovered) : [];
	return (
		<>
			<h2>
				{a} and {b}
			</h2>
			<p>{verdict(cell, currency, draft.mode === 'strict')}</p>
			{mark === 'shared' && <p>{whereTheyAre(context, first, second)}</p>}
			{pair?.relation && <p>{relationSentence(a, b, pair.relation)}</p>}
			{pair?.witness && <WitnessNote witness={pair.witness} />}
			{amount.people > 0 && (
				<div>
					<Button
						icon="organization"
						onClick={() =>
							services.layout.open('overlap.customers', customersParams({ matching: [first, second] }, `${a} and ${b}`))
						}
					>
						Show these customers
					</Button>
				</div>
			)}
			<RepairList
				{...context}
				offered={offered}
				openRepair={offered.find((entry) => sameRepair(entry.repair, repair)) ?? null}
			/>
		</>
	);
}

function verdict({ mark, amount, pair }: CellFacts, currency: string | null, isStrict: boolean): string {
	switch (mark) {
		case 'shared':
			return `${wholeAmount(amount, currency)} match both rules.`;
		case 'possible':
			return `Nobody in the data matches both, but somebody could.${isStrict ? ' Rules that must not overlap may not leave that open.' : ''}`;
		case 'disjoint':
			return 'Proved disjoint: no customer can match both, whatever the data.';
		case 'unprovable':
			return `Nobody in the data matches both. Whether anybody could is not provable. ${pair?.reason ?? ''}`.trimEnd();
		case 'open':
			return 'Nobody in the data matches both. Whether anybody could is being looked into.';
		default:
			return assertNever(mark);
	}
}

/** Who of them the earlier segment has: where the first true rule wins, rules before both may take some. */
function whereTheyAre({ draft, overlap }: RepairContext, first: string, second: string): string {
	const lost = overlap.segments.find(({ id }) => id === second)?.lost.find(({ to }) => to === first)?.people ?? 0;
	const shared = overlap.pairs.find((pair) => pair.first === first && pair.second === second)?.people ?? 0;
	const [a, b] = [nameOf(draft, first), nameOf(draft, second)];
	if (lost === 0) {
		return `Rules before both take all of them.`;
	}
	const who = lost === shared ? 'All of them' : format.count(lost);
	const rest = lost === shared ? '' : ` Rules before both take the other ${format.count(shared - lost)}.`;
	return `${who} are in ${a}, which comes before ${b}.${rest}`;
}

function relationSentence(
	a: string,
	b: string,
	relation: 'equal' | 'first-within-second' | 'second-within-first',
): string {
	switch (relation) {
		case 'equal':
			return `Both rules mean the same: whoever matches ${a} matches ${b}, and the other way round.`;
		case 'first-within-second':
			return `${a} lies within ${b}: whoever matches ${a} matches ${b} as well.`;
		case 'second-within-first':
			return `${b} lies within ${a}, so that ${b} takes nobody.`;
		default:
			return assertNever(relation);
	}
}
