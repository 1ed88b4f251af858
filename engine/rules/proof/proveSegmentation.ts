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
import type { ProofData } from './ProofData.ts';
import type { Asked, KnownRule, ProofMemory } from './ProofMemory.ts';
import { IS_NOT_TRUE, IS_TRUE } from './Prover.ts';
import type { Finding } from './Prover.ts';
import { Witnesses } from './Witnesses.ts';

export interface RuleToProve {
	readonly id: string;
	/** null where it cannot be read: then it matches nobody. */
	readonly typed: TypedRule | null;
}

export interface ProofOrder {
	readonly rules: readonly RuleToProve[];
	/** Whoever matches one of these is no customer of the segmentation: nothing is asked about them. */
	readonly exclusions: readonly TypedRule[];
	/** Where there is data: what it shows is taken from it and needs no proof. */
	readonly data: ProofData | null;
}

/**
 * What can be said of rules in order, for any customers that there could be: each pair, empty, dead, equal and covering rules, and
 * whether all together leave anybody out. Asks `mayGoOn` before each question; once that says no, the rest is unprovable. Calls `onPair`
 * behind each pair, which take nearly all of the time.
 */
export function proveSegmentation(
	{ rules, exclusions, data }: ProofOrder,
	memory: ProofMemory,
	mayGoOn: () => boolean = () => true,
	onPair: () => void = () => undefined,
): SegmentationProof {
	const nobody: TypedRule = { kind: 'constant', type: 'boolean', value: false };
	const known = rules.map((rule) => memory.rule(rule.typed ?? nobody));
	const always = exclusions.map((typed): Asked => ({ rule: memory.rule(typed), wanted: IS_NOT_TRUE }));
	const work: Work = {
		rules,
		known,
		data,
		find: (asked) => (mayGoOn() ? memory.find([...asked, ...always]) : STOPPED),
		isRefutedBy: (rule, customer) => always.length === 0 && memory.isRefutedBy(rule, customer) === true,
		shared: new Map(data?.pairs.map((pair) => [`${pair.first} ${pair.second}`, pair])),
		witnesses: new Witnesses(memory.fields, null),
		members: new Map(),
	};
	const indexes = [...rules.keys()];
	const isEmpty = indexes.map((index) => emptiness(work, index));
	const told = (first: number, second: number) => {
		const pair = pairOf(work, first, second, isEmpty);
		onPair();
		return pair;
	};
	return {
		hasData: data !== null,
		asOf: isoOfDay(memory.asOfDay),
		pairs: indexes.flatMap((first) => indexes.slice(first + 1).map((second) => told(first, second))),
		rules: indexes.map((index) => ruleOf(work, index, isEmpty[index]!)),
		coverage: coverageOf(work),
		contested: data && data.contested,
	};
}

const STOPPED: Finding = { kind: 'open', terms: [], hasTexts: false, isTooLarge: false, isStopped: true };

interface Work {
	readonly rules: readonly RuleToProve[];
	readonly known: readonly KnownRule[];
	readonly data: ProofData | null;
	readonly find: (asked: readonly Asked[]) => Finding;
	readonly isRefutedBy: (rule: KnownRule, customer: Customer) => boolean;
	/** Pairs with customers at hand, by both indexes. */
	readonly shared: ReadonlyMap<string, ProofData['pairs'][number]>;
	readonly witnesses: Witnesses;
	/** Per rule a customer who matches it: settles most questions of the kind "does whoever matches this match that?". */
	readonly members: Map<number, Customer>;
}

function isTrue(rule: KnownRule): Asked {
	return { rule, wanted: IS_TRUE };
}

function isNotTrue(rule: KnownRule): Asked {
	return { rule, wanted: IS_NOT_TRUE };
}

function emptiness({ data, find, known, members }: Work, index: number): ProvedRule['isEmpty'] {
	const finding = find([isTrue(known[index]!)]);
	if (finding.kind === 'possible') {
		members.set(index, finding.customer);
	}
	return data && data.matches[index]! > 0 ? 'no' : answerOf(finding);
}

function pairOf(work: Work, first: number, second: number, isEmpty: readonly ProvedRule['isEmpty'][]): ProofPair {
	const { rules, known, find, data, witnesses } = work;
	const ids = { first: rules[first]!.id, second: rules[second]!.id };
	const shared = work.shared.get(`${first} ${second}`);
	const isSettled = isEmpty[first] === 'yes' || isEmpty[second] === 'yes';
	if (shared) {
		const relation = isSettled ? null : relationOf(work, first, second);
		const { people, revenue, witness } = shared;
		return { ...ids, verdict: 'overlap', relation, witness, reason: null, people, revenue };
	}
	const finding = find([isTrue(known[first]!), isTrue(known[second]!)]);
	return {
		...ids,
		verdict: ({ impossible: 'disjoint', possible: 'overlap', open: 'unprovable' } as const)[finding.kind],
		relation: isSettled || finding.kind === 'impossible' ? null : relationOf(work, first, second),
		...explained(finding, witnesses),
		people: data && 0,
		revenue: data && (data.contested.revenue === null ? null : 0),
	};
}

function relationOf(work: Work, first: number, second: number): ProofPair['relation'] {
	const { data, known, members } = work;
	const people = work.shared.get(`${first} ${second}`)?.people ?? 0;
	const isWithin = (inner: number, outer: number): boolean => {
		const member = members.get(inner);
		return (
			(data === null || data.matches[inner] === people) &&
			(member === undefined || !work.isRefutedBy(known[outer]!, member)) &&
			work.find([isTrue(known[inner]!), isNotTrue(known[outer]!)]).kind === 'impossible'
		);
	};
	const [isFirstWithin, isSecondWithin] = [isWithin(first, second), isWithin(second, first)];
	return isFirstWithin && isSecondWithin
		? 'equal'
		: isFirstWithin
			? 'first-within-second'
			: isSecondWithin
				? 'second-within-first'
				: null;
}

function ruleOf(work: Work, index: number, isEmpty: ProvedRule['isEmpty']): ProvedRule {
	const { rules, data, known, find } = work;
	const earlier = [...rules.keys()].slice(0, index);
	const isCoveredBy = (covering: readonly number[]): Finding =>
		find([isTrue(known[index]!), ...covering.map((other) => isNotTrue(known[other]!))]);
	const isOutside = data !== null && data.taken[index]! > 0;
	const isDead = isEmpty === 'yes' || isOutside || index === 0 ? 'no' : answerOf(isCoveredBy(earlier));
	const covering = isDead === 'yes' ? fewest(earlier, (fewer) => isCoveredBy(fewer).kind === 'impossible') : [];
	const coveredBy = covering.map((other) => rules[other]!.id);
	return { id: rules[index]!.id, isEmpty, isDead, coveredBy, people: data && data.matches[index]! };
}

/** Leaves out what is not needed: first each one alone is tried, as it mostly is one, then all but one at a time. */
function fewest(all: readonly number[], isEnough: (some: readonly number[]) => boolean): readonly number[] {
	const single = all.find((one) => isEnough([one]));
	if (single !== undefined) {
		return [single];
	}
	return all.reduce((left, candidate) => {
		const fewer = left.filter((other) => other !== candidate);
		return isEnough(fewer) ? fewer : left;
	}, all);
}

function coverageOf({ rules, known, find, data, witnesses }: Work): SegmentationProof['coverage'] {
	const people = data && data.remainder.people;
	if (rules.length === 0 || (people !== null && people > 0)) {
		return { verdict: 'gap', witness: data?.remainder.witness ?? null, reason: null, people };
	}
	const finding = find(known.map(isNotTrue));
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
