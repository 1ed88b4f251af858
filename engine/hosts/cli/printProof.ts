import { counted } from '#shared/base/counted.ts';
import type { ProofPair, ProofWitness, SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import { witnessText } from '#shared/rules/proof/witnessText.ts';

/** A proof as text for people: a line per pair, then what stands out about single rules, then coverage. */
export function printProof({ hasData, asOf, pairs, rules, coverage, contested }: SegmentationProof): string {
	const count = (verdict: ProofPair['verdict']): number => pairs.filter((pair) => pair.verdict === verdict).length;
	const basis = hasData ? 'Customers from the data where it has them' : 'Without data: types are told from the rules';
	return [
		`${basis}; as of ${asOf}.`,
		`${counted(pairs.length, 'pair')}: ${count('disjoint')} disjoint, ${count('overlap')} overlap, ${count('unprovable')} unprovable.`,
		...pairs.flatMap(pairLines),
		...rules.flatMap(({ id, isEmpty, isDead, coveredBy }) => [
			...(isEmpty === 'yes' ? [`empty       ${id}: nobody can match it`] : []),
			...(isEmpty === 'unprovable' ? [`unprovable  ${id}: whether anybody can match it is not known`] : []),
			...(isDead === 'yes' ? [`dead        ${id}: takes nobody, whoever matches it matches ${list(coveredBy)}`] : []),
			...(isDead === 'unprovable' ? [`unprovable  ${id}: whether earlier rules cover it is not known`] : []),
		]),
		coverageLine(coverage),
		...(contested ? [`Contested: ${people(contested.people, contested.revenue)} match more than one rule.`] : []),
	].join('\n');
}

function pairLines({
	first,
	second,
	verdict,
	relation,
	witness,
	reason,
	people: shared,
	revenue,
}: ProofPair): string[] {
	const counted = shared === null || shared === 0 ? '' : `${people(shared, revenue)}, for example `;
	const detail = witness ? `: ${counted}${described(witness)}` : reason === null ? '' : `: ${reason}`;
	const relations = {
		equal: [`equal       ${first} and ${second}: whoever matches one matches the other`],
		'first-within-second': [`within      ${first} lies within ${second}`],
		'second-within-first': [`within      ${second} lies within ${first}`],
	};
	return [`${verdict.padEnd(10)}  ${first} and ${second}${detail}`, ...(relation ? relations[relation] : [])];
}

function coverageLine({ verdict, witness, reason, people: left }: SegmentationProof['coverage']): string {
	switch (verdict) {
		case 'complete':
			return 'Coverage: complete, every customer matches a rule.';
		case 'gap': {
			const who = witness ? `: ${described(witness)}` : '';
			const counted = left === null ? 'a customer can match no rule' : `${people(left, null)} match no rule`;
			return `Coverage: ${left === 0 ? 'nobody here, but a customer can match no rule' : counted}${who}.`;
		}
		case 'unprovable':
			return `Coverage: unprovable. ${reason ?? ''}`.trimEnd();
	}
}

function described(witness: ProofWitness): string {
	const values = witnessText(witness);
	const who = witness.source === 'data' ? `customer ${witness.customerId ?? ''}` : 'a customer with';
	return witness.source === 'data' ? `${who} (${values})` : `${who} ${values} (hypothetical)`;
}

function people(count: number, revenue: number | null): string {
	const who = counted(count, 'customer');
	const money = revenue?.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
	return money === undefined ? who : `${who} with revenue of ${money}`;
}

function list(ids: readonly string[]): string {
	return ids.length < 2 ? ids.join('') : `${ids.slice(0, -1).join(', ')} or ${ids.at(-1)}`;
}
