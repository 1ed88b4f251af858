/** Terms as a sum in the rule language, with minus signs where terms begin with one. */
export function sumText(terms: readonly string[]): string {
	return terms.reduce((sum, term) => (term.startsWith('-') ? `${sum} - ${term.slice(1)}` : `${sum} + ${term}`));
}
