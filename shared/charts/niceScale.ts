/** An axis that ends on round numbers. `digits` is how many decimals the step needs. */
export interface NiceScale {
	readonly min: number;
	readonly max: number;
	readonly step: number;
	readonly digits: number;
}

const ROUND_STEPS = [1, 2, 2.5, 5, 10];

/**
 * Extends [low, high] to multiples of a step of the form {1, 2, 2.5, 5}·10^k with at most about `ticks` steps.
 * An empty or reversed range becomes [low, low + 1] first, so that there is always an axis to draw on.
 */
export function niceScale(low: number, high: number, ticks: number): NiceScale {
	const span = high > low ? high - low : 1;
	const rough = span / ticks;
	const power = 10 ** Math.floor(Math.log10(rough));
	const factor = ROUND_STEPS.find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
	const step = factor * power;
	const digits = Math.max(0, -Math.floor(Math.log10(step)) + (factor === 2.5 ? 1 : 0));
	const first = Math.floor(low / step + 1e-9);
	const last = Math.ceil((low + span) / step - 1e-9);
	return { min: round(first * step, digits), max: round(last * step, digits), step: round(step, digits), digits };
}

function round(value: number, digits: number): number {
	return Number(value.toFixed(Math.min(digits, 20)));
}
