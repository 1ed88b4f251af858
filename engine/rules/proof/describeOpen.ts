import { writeTyped } from '#shared/rules/writeTyped.ts';
import type { Finding } from './Prover.ts';
import type { Term } from './Variable.ts';

const MOST_NAMED = 3;

/** Why something could not be proved, as a sentence. */
export function describeOpen({ terms, hasTexts, isTooLarge, isStopped }: Finding & { kind: 'open' }): string {
	if (isStopped) {
		return 'There are too many rules, or too intricate ones, to look at all pairs in the time that a proof may take.';
	}
	if (isTooLarge) {
		return 'The rules are too intricate together: the search for a customer was given up before all cases were seen.';
	}
	const named = [...new Set(terms.map(written))];
	const list = `${named.slice(0, MOST_NAMED).join(', ')}${named.length > MOST_NAMED ? ' and others' : ''}`;
	const reasons = [
		...(named.length > 0
			? [`The proof does not look into ${list}: what joins several fields is only held to the limits of its fields.`]
			: []),
		...(hasTexts ? ['The conditions on parts of texts are too many to be compared with each other.'] : []),
	];
	return `${reasons.join(' ')} No customer was found either.`.trimStart();
}

function written(term: Term): string {
	return term.kind === 'value' ? writeTyped(term.typed) : `${writeTyped(term.left)} beside ${writeTyped(term.right)}`;
}
