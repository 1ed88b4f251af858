import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import { findMeasure } from '../metrics/measureList.ts';

/** Why the metric has no value on this data, naming what would enable it; null when it can be computed. */
export function missingReason(frame: CustomerFrame, facts: MetricFacts): string | null {
	const { shape } = facts;
	if (shape.kind === 'counted') {
		const isThere =
			shape.count === 'completeness'
				? frame.fields.some(({ origin }) => origin === 'attribute')
				: (frame.tag ?? null) !== null;
		return isThere ? null : facts.missing;
	}
	const measures =
		shape.kind === 'ratio' ? [shape.numerator, shape.denominator] : 'measure' in shape ? [shape.measure] : [];
	const fields = measures.flatMap((id) => findMeasure(id).needs);
	const needsArms = shape.kind === 'arm-rate' || shape.kind === 'arm-mean';
	if (fields.some((field) => !frame.derived.has(field)) || (needsArms && frame.arms === null)) {
		return facts.missing;
	}
	const valueless = fields.find((field) => frame.valueless.has(field));
	return valueless === undefined
		? null
		: `No row that counts as of the date has a value for ${valueless}. ${facts.missing}`;
}
