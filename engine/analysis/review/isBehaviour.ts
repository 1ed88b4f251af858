import { findMetric } from '#shared/metrics/findMetric.ts';

/** Whether a metric says what customers do, not how many they are, what is known of them, or what an experiment did to them. */
export function isBehaviour(metric: string): boolean {
	const kind = findMetric(metric)?.shape.kind;
	return kind === 'ratio' || kind === 'per-member';
}
