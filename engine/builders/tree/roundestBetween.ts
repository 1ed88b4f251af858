/** The whole number that ends in most zeros among those from `low` (included) to `high` (excluded): 100 for 97 to 104. */
export function roundestBetween(low: number, high: number): number {
	for (let power = 10 ** 15; power > 1; power /= 10) {
		const candidate = Math.ceil(low / power) * power;
		if (candidate >= low && candidate < high) {
			return candidate === 0 ? 0 : candidate;
		}
	}
	return low;
}
