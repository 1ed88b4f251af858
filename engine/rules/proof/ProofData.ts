import type { ProofWitness } from '#shared/rules/proof/segmentationProof.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Frame } from '../../frame/Frame.ts';
import type { Amount, OverlapCounts } from '../overlap/OverlapCounts.ts';
import type { ProofField } from './ProofField.ts';
import { Witnesses } from './Witnesses.ts';

/** What the customers at hand show of rules, as plain data that can go to another thread. */
export interface ProofData {
	/** Per rule the customers who match it. */
	readonly matches: readonly number[];
	/** Per rule the customers for whom it is the first that is true. */
	readonly taken: readonly number[];
	/** Pairs with customers in both, the earlier first, with one of them. */
	readonly pairs: readonly ({
		readonly first: number;
		readonly second: number;
		readonly witness: ProofWitness;
	} & Amount)[];
	/** Customers whom no rule takes, with one of them. */
	readonly remainder: { readonly people: number; readonly witness: ProofWitness | null };
	readonly contested: Amount;
}

/** `rules` in the order of the counts; null for those that cannot be read. */
export function proofData(
	counts: OverlapCounts,
	rules: readonly (TypedRule | null)[],
	fields: readonly ProofField[],
	frame: Frame,
): ProofData {
	const witnesses = new Witnesses(fields, frame);
	const typed = rules.flatMap((rule) => rule ?? []);
	const { remainder, contested } = counts;
	return {
		matches: counts.matches.map(({ people }) => people),
		taken: counts.taken.map(({ people }) => people),
		pairs: counts.pairs.map(({ first, second, people, revenue, row }) => ({
			first,
			second,
			people,
			revenue,
			witness: witnesses.ofRow(
				row,
				[rules[first], rules[second]].flatMap((rule) => rule ?? []),
			),
		})),
		remainder: {
			people: remainder.people,
			witness: remainder.people === 0 ? null : witnesses.ofRow(remainder.row, typed),
		},
		contested,
	};
}
