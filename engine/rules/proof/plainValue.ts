import { MS_PER_DAY } from '#shared/rules/calendar.ts';
import type { OrderedDomain } from './OrderedDomain.ts';
import type { ProofField } from './ProofField.ts';

const MOMENT_STEPS = [MS_PER_DAY, 3_600_000, 60_000, 1000, 1];

/** A value from low to high that is easy to read: a round one, near the end that conditions speak of. */
export function plainValue(
	low: number,
	high: number,
	{ field, domain, asOfDay }: { readonly field: ProofField; readonly domain: OrderedDomain; readonly asOfDay: number },
): number {
	const anchor = field.type === 'date' ? asOfDay : field.type === 'timestamp' ? asOfDay * MS_PER_DAY : 0;
	if (low <= anchor && anchor <= high && low === domain.low && high === domain.high) {
		return anchor;
	}
	for (const step of stepsOf(field)) {
		const [up, down] = [rounded(low, step, Math.ceil), rounded(high, step, Math.floor)];
		if (high === domain.high || low !== domain.low) {
			if (up >= low && up <= high) {
				return up;
			}
		} else if (down >= low && down <= high) {
			return down;
		}
	}
	return low === domain.low ? high : low;
}

/** Fractions are divided by their inverse, which is exact: 3 / 10 rather than 3 * 0.1. Never -0. */
function rounded(value: number, step: number, round: (value: number) => number): number {
	const inverse = Math.round(1 / step);
	return (step >= 1 ? round(value / step) * step : round(value * inverse) / inverse) + 0;
}

function stepsOf({ type, scale }: ProofField): readonly number[] {
	if (type === 'timestamp') {
		return MOMENT_STEPS;
	}
	if (type === 'date') {
		return [1];
	}
	return scale === null
		? [1, 0.1, 0.01, 0.001, 1e-4, 1e-6, 1e-9]
		: Array.from({ length: scale + 1 }, (_, places) => 10 ** (scale - places));
}
