import { assertNever } from '#shared/base/assertNever.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { correctedComparisons } from '../stats/correctedComparisons.ts';
import type { CorrectedComparison } from '../stats/correctedComparisons.ts';
import { sufficiency } from '../stats/sufficiency.ts';
import { armDraft } from './armDraft.ts';
import { agreeing } from './agreeing.ts';
import { comparedDraft } from './comparedDraft.ts';
import type { Draft } from './Draft.ts';
import { draft } from './Draft.ts';
import { familyOf } from './familyOf.ts';
import type { PlannedMetric } from './MetricPlan.ts';
import { numberWarnings } from './numberWarnings.ts';
import type { ScorecardContext, ScorecardRow } from './ScorecardContext.ts';
import { toComparison } from './toBounds.ts';
import { totalDraft } from './totalDraft.ts';

/** The tests of one metric that are corrected together. */
interface Correction {
	readonly tests: number;
	readonly name: string;
}

/**
 * Every metric for the base and every segment. The family of a correction is the segments within one metric; the base is
 * tested by itself.
 */
export function scorecard(context: ScorecardContext): readonly NumberRecord[] {
	return context.metrics.flatMap((metric) => {
		context.tick();
		return metricNumbers(metric, context);
	});
}

function metricNumbers(metric: PlannedMetric, context: ScorecardContext): readonly NumberRecord[] {
	const { rows, settings } = context;
	const drafts = rows.map((row) => draftOf(metric, context, row));
	const pOf = ({ contrast }: Draft) => contrast?.p ?? null;
	const segments = drafts.filter((_, at) => rows[at]!.index !== null);
	const family = correctedComparisons(segments.map(pOf), settings.level, settings.correction);
	const tests = segments.filter((entry) => pOf(entry) !== null).length;
	const name = settings.correction === 'holm' ? 'Holm' : 'Benjamini–Hochberg';
	let next = 0;
	return drafts.map((entry, at) => {
		const row = rows[at]!;
		if (row.index === null) {
			const alone = correctedComparisons([pOf(entry)], settings.level, settings.correction)[0]!;
			return recordOf(metric, entry, alone, { tests: 1, name }, context, row);
		}
		return recordOf(metric, entry, family[next++]!, { tests, name }, context, row);
	});
}

function draftOf(metric: PlannedMetric, context: ScorecardContext, row: ScorecardRow): Draft {
	const { facts, source } = metric;
	if (source === null) {
		return draft({ method: '', reason: metric.reason });
	}
	const { shape } = facts;
	switch (shape.kind) {
		case 'count':
		case 'penetration':
		case 'total':
		case 'share-of-total':
			return totalDraft(shape, source, context, row);
		case 'per-member':
		case 'member-share':
		case 'counted':
		case 'ratio': {
			const isByMember = shape.kind === 'per-member' || shape.kind === 'member-share';
			const noDenominator = `${facts.label} cannot be computed: its denominator is 0 here.`;
			const emptyReason = isByMember ? 'Nobody is in this segment.' : noDenominator;
			return comparedDraft(familyOf(shape, facts.unit, source, context.sums), source, emptyReason, context, row);
		}
		case 'arm-rate':
		case 'arm-mean':
			return armDraft(shape.kind, source, context, row);
		default:
			return assertNever(shape);
	}
}

function recordOf(
	metric: PlannedMetric,
	entry: Draft,
	{ pAdjusted, isSignificant, level }: CorrectedComparison,
	{ tests, name }: Correction,
	context: ScorecardContext,
	row: ScorecardRow,
): NumberRecord {
	const { facts } = metric;
	const { settings } = context;
	const { contrast } = entry;
	const comparisons = settings.correction === 'holm' ? Math.max(1, tests) : 1;
	const adjusted = pAdjusted !== null && tests > 1 ? `${name} over ${tests} segments` : null;
	return {
		metric: facts.id,
		name: facts.name,
		segment: row.segment?.id ?? null,
		value: entry.value,
		unit: facts.unit,
		numerator: entry.numerator,
		denominator: entry.denominator,
		n: entry.n,
		interval: entry.interval,
		baseline: entry.baseline,
		difference: agreeing(toComparison(contrast?.difference(level) ?? null), isSignificant),
		lift: agreeing(toComparison(contrast?.lift(level) ?? null), isSignificant),
		p: contrast?.p ?? null,
		pAdjusted,
		isSignificant,
		mde: contrast?.mde(settings.level, comparisons) ?? null,
		arms: entry.arms,
		sufficiency: sufficiency(entry.sizes, settings.sizeFloor),
		method: [entry.method, contrast?.test, adjusted].filter((part) => part).join('; '),
		warnings: [...numberWarnings(metric, entry, contrast?.noLift(level) ?? null, context, row)],
		reason: entry.value === null ? entry.reason : null,
	};
}
