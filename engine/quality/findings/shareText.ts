/** A share of rows for a sentence: `12.4 %`, `less than 0.1 %`. */
export function shareText(share: number): string {
	return share > 0 && share < 0.001 ? 'less than 0.1 %' : `${Math.round(share * 1000) / 10} %`;
}
