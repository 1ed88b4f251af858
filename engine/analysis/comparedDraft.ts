import { assertNever } from '#shared/base/assertNever.ts';
import type { NumberRecord, NumberWarning } from '#shared/model/numberRecord.ts';
import { armRecordOf } from './armRecordOf.ts';
import type { Contrast, Family } from './Contrast.ts';
import { dilutedContrast } from './dilutedContrast.ts';
import type { Draft } from './Draft.ts';
import { draft } from './Draft.ts';
import type { MetricSource } from './MetricPlan.ts';
import type { ScorecardContext, ScorecardRow } from './ScorecardContext.ts';
import type { Part } from './SegmentSums.ts';

interface Comparison {
	readonly baseline: NumberRecord['baseline'];
	readonly contrast: Contrast | null;
	readonly arms: NumberRecord['arms'];
	/** The two parts that are compared. */
	readonly parts: readonly Part[];
	readonly warnings: readonly NumberWarning[];
}

const noComparison: Comparison = { baseline: null, contrast: null, arms: null, parts: ['all'], warnings: [] };

/** A rate, mean or ratio of the segment, beside the baseline of the settings. */
export function comparedDraft(
	family: Family,
	source: MetricSource,
	emptyReason: string,
	context: ScorecardContext,
	row: ScorecardRow,
): Draft {
	const { sums, settings } = context;
	const own = sums.statistics(source, row.index, 'all');
	const summary = family.summarize(own);
	const { parts, ...comparison } =
		summary.value === null ? noComparison : compare(family, source, context, row.index, summary.value);
	return draft({
		value: summary.value,
		numerator: summary.numerator,
		denominator: summary.denominator,
		n: summary.n,
		interval: family.interval(own, settings.level),
		...comparison,
		sizes: parts.map((part) => family.summarize(sums.statistics(source, row.index, part)).size),
		method: family.method,
		reason: summary.value === null ? (row.people === 0 ? 'Nobody is in this segment.' : emptyReason) : null,
	});
}

function compare(
	family: Family,
	source: MetricSource,
	{ sums, settings, hasArms }: ScorecardContext,
	index: number | null,
	value: number,
): Comparison {
	const statistics = (part: Part) => sums.statistics(source, index, part);
	const kind = settings.baseline;
	switch (kind) {
		case 'rest':
		case 'everyone': {
			if (index === null) {
				return noComparison;
			}
			const against = kind === 'rest' ? statistics('rest') : sums.statistics(source, null, 'all');
			const { value: baselineValue, n } = family.summarize(against);
			const baseline = { kind, value: baselineValue, n };
			const independent = family.contrast(statistics('all'), statistics('rest'));
			if (independent === null) {
				return {
					...noComparison,
					baseline,
					warnings: [noBaseline('Nobody outside this segment can be compared with.')],
				};
			}
			const weight = statistics('all').sumY / against.sumY;
			const pointLift = baselineValue === null || baselineValue === 0 ? null : value / baselineValue - 1;
			const contrast = kind === 'rest' ? independent : dilutedContrast(independent, weight, pointLift);
			return { baseline, contrast, arms: null, parts: ['all', 'rest'], warnings: [] };
		}
		case 'control': {
			if (!hasArms) {
				const message =
					'There is no control group: map the arm column of the recipients table, or choose another baseline.';
				return { ...noComparison, baseline: { kind, value: null, n: 0 }, warnings: [noBaseline(message)] };
			}
			const control = family.summarize(statistics('control'));
			const contrast = family.contrast(statistics('treatment'), statistics('control'));
			const arms = {
				treatment: armRecordOf(family, statistics('treatment'), settings.level),
				control: armRecordOf(family, statistics('control'), settings.level),
			};
			const baseline = { kind, value: control.value, n: control.n };
			const message = 'One of the arms has no value here, so treatment and control cannot be compared.';
			const warnings = contrast === null ? [noBaseline(message)] : [];
			return { baseline, contrast, arms, parts: contrast === null ? ['all'] : ['treatment', 'control'], warnings };
		}
		default:
			return assertNever(kind);
	}
}

function noBaseline(message: string): NumberWarning {
	return { code: 'no-baseline', message };
}
