/** Tables from which the generator draws quickly: made once, sampled by one random integer. */

const TABLE_SIZE = 4096;

/** Standard deviation of the logarithm of unit prices and conversion values. */
const SPREAD = 0.5;

let known: Float64Array | null = null;

/** A right-skewed amount with mean 1 (lognormal): one of its quantiles at the middles of equal slices of probability. */
export function skewedAmount(draw: number): number {
	known ??= makeSkewedAmounts();
	return known[draw & (TABLE_SIZE - 1)]!;
}

function makeSkewedAmounts(): Float64Array {
	const amounts = Float64Array.from({ length: TABLE_SIZE }, (_, index) =>
		Math.exp(SPREAD * normalQuantile((index + 0.5) / TABLE_SIZE)),
	);
	const mean = amounts.reduce((sum, amount) => sum + amount, 0) / TABLE_SIZE;
	// Six places: the last bits of exp and log may differ between machines, the sample must not.
	return amounts.map((amount) => Math.round((amount / mean) * 1e6) / 1e6);
}

/** Standard normal quantile by bisection of the error function's series; slow and exact enough for a table made once. */
function normalQuantile(probability: number): number {
	let low = -6;
	let high = 6;
	for (let step = 0; step < 50; step++) {
		const middle = (low + high) / 2;
		if (normalDistribution(middle) < probability) {
			low = middle;
		} else {
			high = middle;
		}
	}
	return (low + high) / 2;
}

/** Marsaglia's series (2004): Phi(z) = 1/2 + phi(z) * (z + z^3/3 + z^5/15 + ...). */
function normalDistribution(z: number): number {
	let term = z;
	let sum = z;
	for (let odd = 3; Math.abs(term) > 1e-17 && odd < 400; odd += 2) {
		term *= (z * z) / odd;
		sum += term;
	}
	return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

const POISSON_STEPS = 64;
const MAX_MEAN = 4;
const poissonZero = Float64Array.from({ length: POISSON_STEPS * MAX_MEAN + 1 }, (_, index) =>
	Math.exp(-index / POISSON_STEPS),
);

/** A Poisson count by inversion from one uniform number; the mean is rounded to 1/64 and capped at 4. */
export function poissonCount(mean: number, uniform: number): number {
	const index = Math.min(Math.round(mean * POISSON_STEPS), POISSON_STEPS * MAX_MEAN);
	let probability = poissonZero[index]!;
	let sum = probability;
	let count = 0;
	while (uniform >= sum && count < 30) {
		count++;
		probability *= index / POISSON_STEPS / count;
		sum += probability;
	}
	return count;
}
