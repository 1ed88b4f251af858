import { counted } from '#shared/base/counted.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import type { Analysis } from '#shared/model/analysis.ts';

/** One piece of the bar that shows how the base is split. */
export interface FunnelStep {
	readonly id: string;
	readonly name: string;
	/** Its place in the list of rules, from 1; null for the remainder. */
	readonly number: number | null;
	readonly people: number;
	/** Of the base, 0 to 1; the shares of all steps add up to 1. */
	readonly share: number;
	/** Of the remainder those whom a rule might have taken, had a value not been missing. */
	readonly isMissingData: boolean;
}

/** The base in rule order; segments without people are left out. Empty without customers. */
export function funnelSteps(analysis: Analysis): readonly FunnelStep[] {
	if (analysis.customers === 0) {
		return [];
	}
	return analysis.segments
		.flatMap(({ id, name, people, isRemainder, missingData }, place) => {
			const step = { id, name, number: isRemainder ? null : place + 1, people, isMissingData: false };
			return isRemainder && missingData > 0
				? [
						{ ...step, people: people - missingData },
						{ ...step, name: `${name}, data missing`, people: missingData, isMissingData: true },
					]
				: [step];
		})
		.filter(({ people }) => people > 0)
		.map((step) => ({ ...step, share: step.people / analysis.customers }));
}

/** Who is in the bar and who is not: `24,988 customers as of …, each in exactly one segment; 12 excluded (Test accounts 12)`. */
export function funnelCaption({ customers, excluded, segments }: Analysis, asOf: string): string {
	const base = `${counted(customers, 'customer')} as of ${asOf}, each in exactly one segment`;
	const open = segments.find(({ isRemainder }) => isRemainder)?.missingData ?? 0;
	const names = excluded.rules.map(({ name, people }) => `${name} ${people.toLocaleString('en')}`);
	return [
		base,
		...(open > 0 ? [`${open.toLocaleString('en')} in none of the rules because data is missing`] : []),
		...(names.length > 0 ? [`${excluded.people.toLocaleString('en')} excluded (${names.join(', ')})`] : []),
	].join('; ');
}

/** The bar in one sentence, for those who do not see it. */
export function funnelSentence(steps: readonly FunnelStep[]): string {
	const parts = steps.map((step) => `${step.name} ${formatNumber(step.share, 'share', { currency: null })}`);
	return parts.length === 0 ? 'There are no customers to split.' : `The customers split into ${parts.join(', ')}.`;
}
