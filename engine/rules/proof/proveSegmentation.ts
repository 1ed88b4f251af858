import { isoOfDay } from '#shared/rules/calendar.ts';
import type {
	ProofPair,
	ProofRule as ProvedRule,
	ProofWitness,
	SegmentationProof,
} from '#shared/rules/proof/segmentationProof.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { describeOpen } from './describeOpen.ts';
import type { Customer } from './findCustomer.ts';
import type { MatchedRows } from './MatchedRows.ts';
import type { ProofField } from './ProofField.ts';
import { IS_NOT_TRUE, IS_TRUE, Prover } from './Prover.ts';
import type { Finding, ProofRule } from './Prover.ts';
import { Witnesses } from './Witnesses.ts';

export interface RuleToProve {
	readonly id: string;
	/** null where it cannot be read: then it matches nobody. */
	readonly typed: TypedRule | null;
}

/**
 * What can be said of rules in order, for any customers that there could be: each pair, empty, dead, equal and covering rules, and
 * whether all together leave anybody out. What the customers at hand already show is taken from them and needs no proof.
 */
export function proveSegmentation(
	rules: readonly RuleToProve[],
	fields: readonly ProofField[],
	asOfDay: number,
	data: MatchedRows | null,
): SegmentationProof {
	const prover = new Prover(fields, asOfDay);
	const nobody: TypedRule = { kind: 'constant', type: 'boolean', value: false };
	const typed = rules.map((rule) => rule.typed ?? nobody);
	const work: Work = {
		rules,
		typed,
		proved: typed.map((rule) => prover.rule(rule)),
		prover,
		data,
		witnesses: new Witnesses(fields, data?.frame ?? null),
		members: new Map(),
	};
	const indexes = [...rules.keys()];
	const isEmpty = indexes.map((index) => emptiness(work, index));
	return {
		hasData: data !== null,
		asOf: isoOfDay(asOfDay),
		pairs: indexes.flatMap((first) => indexes.slice(first + 1).map((second) => pairOf(work, first, second, isEmpty))),
		rules: indexes.map((index) => ruleOf(work, index, isEmpty[index]!)),
		coverage: coverageOf(work),
		contested: data && data.contested(),
	};
}

interface Work {
	readonly rules: readonly RuleToProve[];
	readonly typed: readonly TypedRule[];
	readonly proved: readonly ProofRule[];
	readonly prover: Prover;
	readonly data: MatchedRows | null;
	readonly witnesses: Witnesses;
	/** Per rule a customer who matches it: settles most questions of the kind "does whoever matches this match that?". */
	readonly members: Map<number, Customer>;
}

function emptiness({ data, prover, proved, members }: Work, index: number): ProvedRule['isEmpty'] {
	const finding = prover.find([proved[index]!.goal(IS_TRUE)]);
	if (finding.kind === 'possible') {
		members.set(index, finding.customer);
	}
	return data && data.people(index) > 0 ? 'no' : answerOf(finding);
}

function pairOf(work: Work, first: number, second: number, isEmpty: readonly ProvedRule['isEmpty'][]): ProofPair {
	const { rules, typed, proved, prover, data, witnesses } = work;
	const shared = data?.shared(first, second) ?? { people: null, revenue: null, row: null };
	const ids = { first: rules[first]!.id, second: rules[second]!.id };
	const counts = { people: shared.people, revenue: shared.revenue };
	const isSettled = isEmpty[first] === 'yes' || isEmpty[second] === 'yes';
	if (shared.row !== null) {
		const witness = witnesses.ofRow(shared.row, [typed[first]!, typed[second]!]);
		const relation = isSettled ? null : relationOf(work, first, second);
		return { ...ids, verdict: 'overlap', relation, witness, reason: null, ...counts };
	}
	const finding = prover.find([proved[first]!.goal(IS_TRUE), proved[second]!.goal(IS_TRUE)]);
	return {
		...ids,
		verdict: ({ impossible: 'disjoint', possible: 'overlap', open: 'unprovable' } as const)[finding.kind],
		relation: isSettled || finding.kind === 'impossible' ? null : relationOf(work, first, second),
		...explained(finding, witnesses),
		...counts,
	};
}

function relationOf(work: Work, first: number, second: number): ProofPair['relation'] {
	const isWithin = (inner: number, outer: number): boolean =>
		(work.data === null || work.data.rowOutside(inner, [outer]) === null) &&
		!isRefuted(work, inner, outer) &&
		work.prover.find([work.proved[inner]!.goal(IS_TRUE), work.proved[outer]!.goal(IS_NOT_TRUE)]).kind === 'impossible';
	const [isFirstWithin, isSecondWithin] = [isWithin(first, second), isWithin(second, first)];
	return isFirstWithin && isSecondWithin
		? 'equal'
		: isFirstWithin
			? 'first-within-second'
			: isSecondWithin
				? 'second-within-first'
				: null;
}

function isRefuted({ prover, typed, members }: Work, inner: number, outer: number): boolean {
	const member = members.get(inner);
	return member !== undefined && prover.isRefutedBy(typed[outer]!, member) === true;
}

function ruleOf(work: Work, index: number, isEmpty: ProvedRule['isEmpty']): ProvedRule {
	const { rules, data, prover, proved } = work;
	const earlier = [...rules.keys()].slice(0, index);
	const isCoveredBy = (covering: readonly number[]): Finding =>
		prover.find([proved[index]!.goal(IS_TRUE), ...covering.map((other) => proved[other]!.goal(IS_NOT_TRUE))]);
	const isOutside = data !== null && data.rowOutside(index, earlier) !== null;
	const isDead = isEmpty === 'yes' || isOutside || index === 0 ? 'no' : answerOf(isCoveredBy(earlier));
	let covering = isDead === 'yes' ? earlier : [];
	for (const candidate of covering) {
		const fewer = covering.filter((other) => other !== candidate);
		covering = isCoveredBy(fewer).kind === 'impossible' ? fewer : covering;
	}
	const coveredBy = covering.map((other) => rules[other]!.id);
	return { id: rules[index]!.id, isEmpty, isDead, coveredBy, people: data?.people(index) ?? null };
}

function coverageOf({ rules, typed, proved, prover, data, witnesses }: Work): SegmentationProof['coverage'] {
	const { people, row } = data?.remainder() ?? { people: null, row: null };
	if (row !== null) {
		return { verdict: 'gap', witness: witnesses.ofRow(row, typed), reason: null, people };
	}
	if (rules.length === 0) {
		return { verdict: 'gap', witness: null, reason: null, people };
	}
	const finding = prover.find(proved.map((rule) => rule.goal(IS_NOT_TRUE)));
	const verdict = ({ impossible: 'complete', possible: 'gap', open: 'unprovable' } as const)[finding.kind];
	return { verdict, ...explained(finding, witnesses), people };
}

function answerOf(finding: Finding): ProvedRule['isEmpty'] {
	return ({ impossible: 'yes', possible: 'no', open: 'unprovable' } as const)[finding.kind];
}

function explained(
	finding: Finding,
	witnesses: Witnesses,
): { readonly witness: ProofWitness | null; readonly reason: string | null } {
	return {
		witness: finding.kind === 'possible' ? witnesses.ofCustomer(finding.customer) : null,
		reason: finding.kind === 'open' ? describeOpen(finding) : null,
	};
}
