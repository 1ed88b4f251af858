/** A p-value as it is written in a sentence: `p = 0.034`, `p < 0.001`, `p > 0.99`. */
export function formatP(p: number): string {
	if (p < 0.001) {
		return 'p < 0.001';
	}
	if (p > 0.99) {
		return 'p > 0.99';
	}
	return `p = ${p < 0.0995 ? p.toFixed(3) : p.toFixed(2)}`;
}
