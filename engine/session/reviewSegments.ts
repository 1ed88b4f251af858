import type { Segmentation } from '#shared/model/segmentation.ts';
import type { SegmentReview } from '#shared/model/segmentReview.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { RuleChecks } from '#shared/rules/RuleChecks.ts';
import { memberShift, type MemberShift } from '../analysis/review/memberShift.ts';
import { portfolioOf } from '../analysis/review/portfolioOf.ts';
import { segmentChecks } from '../analysis/review/segmentChecks.ts';
import { segmentWarnings } from '../analysis/review/segmentWarnings.ts';
import { countBits } from '../columns/bitmap.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import { hasHistory } from '../frame/hasHistory.ts';
import { isCustomerBy } from '../frame/isCustomerBy.ts';
import { isDatedField } from '../frame/isDatedField.ts';
import { isoDay } from './asOfDay.ts';
import type { Evaluation } from './Derivations.ts';

export interface ReviewOrder {
	readonly segmentation: Segmentation;
	readonly settings: AnalysisSettings;
	readonly frame: CustomerFrame;
	readonly evaluation: Evaluation;
	/** The same data as of an earlier day; null where that was left out because it takes long. */
	readonly earlier: { readonly frame: CustomerFrame; readonly evaluation: Evaluation } | null;
	readonly rulesAgeDays: number | null;
	readonly dataAgeDays: number | null;
	readonly tick: () => void;
}

/** The checks of every segment and what is doubtful about the segmentation; see docs/user-guide.md, "Is it a good segment?". */
export function reviewSegments(order: ReviewOrder): SegmentReview {
	const { segmentation, settings, frame, evaluation, earlier, tick } = order;
	const againstRest = evaluation.analyzer.analyze(segmentation, { ...settings, baseline: 'rest' }, tick);
	const similar = evaluation.analyzer.similar(segmentation, settings, tick);
	const { fieldsRead } = new RuleChecks(frame.fields).within(segmentation);
	const checks = segmentChecks(againstRest, settings, similar, shifts(order, fieldsRead), frame.reachBasis ?? null);
	return {
		checks,
		portfolio: portfolioOf(againstRest, segmentation),
		problems: segmentWarnings({
			segmentation,
			results: againstRest.segments,
			checks,
			similar,
			settings,
			emptyFieldsOf: (rule) => emptyFields(frame, fieldsRead(rule)),
			rulesAgeDays: order.rulesAgeDays,
			dataAgeDays: order.dataAgeDays,
		}),
		isShiftPending: earlier === null,
	};
}

/** Who moved since the earlier day, or why that cannot be told of a segment. */
function shifts(
	{ segmentation, frame, evaluation, earlier }: ReviewOrder,
	fieldsRead: (rule: string) => ReadonlySet<string>,
): (segmentId: string) => MemberShift | string {
	if (earlier === null) {
		return () => 'the comparison with 90 days before takes some seconds on this much data. Ask for it.';
	}
	const since = isoDay(earlier.frame.asOfDay);
	if (!hasHistory(earlier.frame)) {
		return () => `needs orders or campaign rows with dates before ${since}.`;
	}
	const shift = memberShift(
		earlier.evaluation.evaluator.evaluate({ ...segmentation, mode: 'waterfall' }),
		evaluation.evaluator.evaluate({ ...segmentation, mode: 'waterfall' }),
		isCustomerBy(earlier.frame, [frame]),
		since,
	);
	let moves = false;
	const moving = new Set<string>();
	for (const { id, rule } of segmentation.segments) {
		moves ||= /\b(asof|today)\b/i.test(rule) || [...fieldsRead(rule)].some(isDatedField);
		if (moves) {
			moving.add(id);
		}
	}
	return (id) =>
		moving.has(id)
			? shift
			: `needs fields that follow from dated events: its rule reads only what the data holds as of one date.`;
}

/** The fields of a rule, where every one of them is empty for every customer. */
function emptyFields({ columns, length }: CustomerFrame, names: ReadonlySet<string>): readonly string[] {
	const isEmpty = (name: string) => {
		const nulls = columns.get(name)?.nulls ?? null;
		return length > 0 && nulls !== null && countBits(nulls) >= length;
	};
	return names.size > 0 && [...names].every(isEmpty) ? [...names] : [];
}
