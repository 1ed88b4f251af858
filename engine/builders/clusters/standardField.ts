import type { ClusterScale } from '#shared/model/clusterBuilder.ts';

/** How the values of one field became comparable with those of others. */
export interface StandardField {
	readonly name: string;
	readonly isLog: boolean;
	/** Limits of the field's own values (see winsorShare). */
	readonly low: number;
	readonly high: number;
	/** One per row, mean 0 and standard deviation 1; null where all values are the same. */
	readonly values: Float64Array | null;
}

/** Above this skewness `auto` takes logarithms: an exponential distribution has 2, a normal one 0. */
const SKEWED = 1;
const MAX_SAMPLE = 100_000;

/**
 * Winsorises (values beyond the quantiles of `winsorShare` and 1 - `winsorShare` count as these; inverse of the empirical distribution,
 * on an evenly spaced sample above 100,000), takes ln(1 + value) where asked for or where the values are skewed and none is negative,
 * and standardises by mean and sample standard deviation (R `scale`).
 */
export function standardField(
	name: string,
	raw: Float64Array,
	scale: ClusterScale,
	winsorShare: number,
): StandardField {
	const { low, high } = limitsOf(raw, winsorShare);
	const values = raw.map((value) => (value < low ? low : value > high ? high : value));
	const isLog = low >= 0 && (scale === 'log' || (scale === 'auto' && skewnessOf(values) > SKEWED));
	if (isLog) {
		for (let row = 0; row < values.length; row++) {
			values[row] = Math.log1p(values[row]!);
		}
	}
	const { mean, deviation } = momentsOf(values);
	if (!(deviation > 1e-12 * Math.max(1, Math.abs(mean)))) {
		return { name, isLog, low, high, values: null };
	}
	for (let row = 0; row < values.length; row++) {
		values[row] = (values[row]! - mean) / deviation;
	}
	return { name, isLog, low, high, values };
}

function limitsOf(raw: Float64Array, winsorShare: number): { readonly low: number; readonly high: number } {
	const count = Math.min(raw.length, MAX_SAMPLE);
	const step = raw.length / Math.max(1, count);
	const sample = Float64Array.from({ length: count }, (_, place) => raw[Math.floor(place * step)]!).sort();
	const at = (share: number) => sample[Math.max(0, Math.ceil(share * count) - 1)] ?? 0;
	if (winsorShare > 0) {
		return { low: at(winsorShare), high: at(1 - winsorShare) };
	}
	let [low, high] = [Infinity, -Infinity];
	for (const value of raw) {
		low = value < low ? value : low;
		high = value > high ? value : high;
	}
	return { low, high };
}

function momentsOf(values: Float64Array): { readonly mean: number; readonly deviation: number } {
	let sum = 0;
	for (let row = 0; row < values.length; row++) {
		sum += values[row]!;
	}
	const mean = sum / values.length;
	let squares = 0;
	for (let row = 0; row < values.length; row++) {
		const offset = values[row]! - mean;
		squares += offset * offset;
	}
	return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}

/** Third standardised moment; 0 where nothing varies. */
function skewnessOf(values: Float64Array): number {
	const { mean, deviation } = momentsOf(values);
	let cubes = 0;
	for (let row = 0; row < values.length; row++) {
		const offset = values[row]! - mean;
		cubes += offset * offset * offset;
	}
	return deviation === 0 ? 0 : cubes / values.length / deviation ** 3;
}
