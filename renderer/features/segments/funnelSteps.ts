import { formatNumber } from '#shared/metrics/formatNumber.ts';
import type { Analysis } from '#shared/model/analysis.ts';

/** One piece of the bar that shows how the base is split. */
export interface FunnelStep {
	readonly id: string;
	readonly name: string;
	readonly people: number;
	/** Of the base, 0 to 1; the shares of all steps add up to 1. */
	readonly share: number;
	readonly isRemainder: boolean;
}

/** The base in rule order; segments without people are left out. Empty without customers. */
export function funnelSteps(analysis: Analysis): readonly FunnelStep[] {
	if (analysis.customers === 0) {
		return [];
	}
	return analysis.segments
		.filter((segment) => segment.people > 0)
		.map(({ id, name, people, isRemainder }) => ({
			id,
			name,
			people,
			share: people / analysis.customers,
			isRemainder,
		}));
}

/** The bar in one sentence, for those who do not see it. */
export function funnelSentence(steps: readonly FunnelStep[]): string {
	const parts = steps.map((step) => `${step.name} ${formatNumber(step.share, 'share', { currency: null })}`);
	return parts.length === 0 ? 'There are no customers to split.' : `The customers split into ${parts.join(', ')}.`;
}
