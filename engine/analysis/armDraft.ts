import { armRecordOf } from './armRecordOf.ts';
import type { Draft } from './Draft.ts';
import { draft } from './Draft.ts';
import { meanFamily } from './estimateFamily.ts';
import type { MetricSource } from './MetricPlan.ts';
import { proportionFamily } from './proportionFamily.ts';
import type { ScorecardContext, ScorecardRow } from './ScorecardContext.ts';
import { toBounds } from './toBounds.ts';

/**
 * Treatment against control among the customers of the segment, whatever the baseline of the settings. The value is the
 * relative lift of a rate (with the score interval), or the difference of two means (with Welch's).
 */
export function armDraft(
	kind: 'arm-rate' | 'arm-mean',
	source: MetricSource,
	{ sums, settings: { level } }: ScorecardContext,
	{ index, people }: ScorecardRow,
): Draft {
	const family = kind === 'arm-rate' ? proportionFamily : meanFamily;
	const treated = sums.statistics(source, index, 'treatment');
	const untreated = sums.statistics(source, index, 'control');
	const control = family.summarize(untreated);
	const contrast = family.contrast(treated, untreated);
	const estimate = kind === 'arm-rate' ? contrast?.lift(level) : contrast?.difference(level);
	const emptyArm = treated.n === 0 ? 'treatment' : 'control';
	const reason =
		people === 0
			? 'Nobody is in this segment.'
			: contrast === null
				? `No customer of this segment is in the ${emptyArm} arm alone.`
				: contrast.noLift(level);
	return draft({
		value: estimate?.value ?? null,
		n: treated.n + untreated.n,
		interval: toBounds(estimate ?? null),
		baseline: { kind: 'control', value: control.value, n: control.n },
		contrast,
		arms: {
			treatment: armRecordOf(family, treated, level),
			control: armRecordOf(family, untreated, level),
		},
		sizes: [family.summarize(treated).size, control.size],
		method:
			kind === 'arm-rate'
				? 'Relative lift of treatment over control, customers as units, Miettinen–Nurminen interval'
				: 'Mean per treated less mean per control customer, Welch interval',
		reason: estimate ? null : reason,
	});
}
